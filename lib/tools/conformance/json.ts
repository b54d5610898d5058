/** Why a text is no JSON object; undefined when it is one. */
export function findJsonError(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' ? undefined : 'is no object'
  } catch (error) {
    return (error as Error).message
  }
}
