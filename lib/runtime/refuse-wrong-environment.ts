import { type Environment, readEnvironment } from './env'

/** The environment; a wrong one ends the process with a message that names the variable. */
export function refuseWrongEnvironment(): Environment {
  try {
    return readEnvironment()
  } catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}
