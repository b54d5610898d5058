import { connect, type Socket } from 'node:net'

/** Sends raw bytes over a separate connection. Returns what the server sent until either side closed it. */
export function sendRaw(port: number, bytes: string | Buffer, patience = 10_000): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    const end = () => {
      clearTimeout(timer)
      socket.destroy()
      done(answer)
    }
    const timer = setTimeout(end, patience)
    let answer = ''
    socket.on('data', (text) => (answer += text))
    socket.on('close', end)
    socket.on('error', end)
    socket.write(bytes)
  })
}

/** A request without a body, after which the connection closes. */
export const toRequest = (path: string, headers = '', method = 'GET') =>
  `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`

export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])

/** A connection that sends one byte at a time with long pauses. Returns how long the server kept it open. */
export function sendSlowly(port: number, text: string, pause: number): Promise<{ answer: string; seconds: number }> {
  const begun = performance.now()
  const socket: Socket = connect(port, '127.0.0.1')
  let place = 0
  const timer = setInterval(() => socket.write(text[place++ % text.length] ?? ''), pause)
  let answer = ''
  socket.on('data', (data) => (answer += data))
  socket.on('error', () => socket.destroy())
  return new Promise((done) =>
    socket.on('close', () => {
      clearInterval(timer)
      done({ answer, seconds: (performance.now() - begun) / 1000 })
    }),
  )
}
