import { readEnvironment } from '../env'

/** Ends the process, with a message that names the variable, when the environment is wrong. */
export function refuseWrongEnvironment(): void {
  try {
    readEnvironment()
  } catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}
