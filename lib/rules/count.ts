/** `1 story`, `2 stories`, `1,200 stories`. */
export const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`
