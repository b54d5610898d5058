/** Why a text is not a JSON object; undefined if it is one. */
export function findJsonError(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' ? undefined : 'is no object'
  } catch (error) {
    return (error as Error).message
  }
}
