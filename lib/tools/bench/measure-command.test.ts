import { expect, test } from 'vitest'
import { measureCommand } from './measure-command'

const options = { cwd: '.', env: {}, limit: 20 }
const busy = 'while (process.cpuUsage().user < 400_000) for (let turn = 0; turn < 1e6; turn++);'
const heavy = 'globalThis.kept = Buffer.alloc(200 * 2 ** 20, 1); setTimeout(() => {}, 400)'

test('CPU time includes the processes that a command starts', async () => {
  const twice = ['sh', '-c', '"$0" -e "$1"; "$0" -e "$1"; true', process.execPath, busy]
  const { cpu } = await measureCommand(twice, options)
  expect(cpu).toBeGreaterThan(0.7)
}, 30_000)

test('memory is that of the largest process', async () => {
  const { memory } = await measureCommand(['sh', '-c', '"$0" -e "$1"; true', process.execPath, heavy], options)
  expect(memory).toBeGreaterThan(200)
  expect(memory).toBeLessThan(400)
})

test('a command that takes too long is stopped with all its processes', async () => {
  const { isStopped, wall } = await measureCommand(['sh', '-c', 'sleep 30 & sleep 30'], { ...options, limit: 0.5 })
  expect(isStopped).toBe(true)
  expect(wall).toBeLessThan(10)
})

test('a command that fails throws its output', async () => {
  await expect(measureCommand(['sh', '-c', 'echo no room left; exit 3'], options)).rejects.toThrow('no room left')
})
