import { type Environment, readEnvironment } from '#lib/env'

/** The environment of a command; a wrong one ends it with a message that names the variable. */
export function environment(): Environment {
  try {
    return readEnvironment()
  } catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}
