/** A title held at an institution; both days count, and without `to` it is still held. */
export type HeldRole = { title: string; institution: string; from: string; to?: string | undefined }

/** The role somebody held on a day (`yyyy-mm-dd`), the most recent one if there were several. */
export const roleOn = <R extends HeldRole>(roles: readonly R[], day: string): R | undefined =>
  roles
    .filter(({ from, to }) => from <= day && (!to || day <= to))
    .reduce<R | undefined>((latest, role) => (!latest || role.from >= latest.from ? role : latest), undefined)
