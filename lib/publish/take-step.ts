/** Takes a step of a command and says how many seconds it took, by the clock and of this process's CPU time. */
export async function takeStep<Result>(name: string, step: () => Promise<Result>): Promise<Result> {
  const start = performance.now()
  const before = process.cpuUsage()
  const result = await step()
  const { user, system } = process.cpuUsage(before)
  const wall = (performance.now() - start) / 1000
  console.log(`${name}: ${wall.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of CPU time`)
  return result
}
