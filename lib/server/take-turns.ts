import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How many requests of one connection are under way at once. Browsers send one, and a proxy in front one, too. */
const maxUnderWay = 8

/** How many requests may wait on all connections together. */
const maxWaiting = 10_000

/** The requests of a connection: how many are under way, and what starts those that wait. */
type Line = { underWay: number; waiting: (() => void)[]; afterAll?: () => void }

const lines = new WeakMap<Socket, Line>()
let waitingInAll = 0

/**
 * Answers the requests of a connection a few at a time. While some wait, nothing more is read from it: a client that
 * sends thousands at once costs what they cost one after the other. Beyond ten thousand that wait, connections are closed.
 */
export function takeTurn(socket: Socket, response: ServerResponse, answer: () => void): void {
  const line = lines.get(socket) ?? openLine(socket)
  const start = () => {
    line.underWay++
    response.once('close', () => goOn(socket, line))
    answer()
  }
  if (line.underWay < maxUnderWay) start()
  else if (waitingInAll >= maxWaiting) socket.destroy()
  else {
    waitingInAll++
    line.waiting.push(start)
    socket.pause()
  }
}

/** Does something when all requests of a connection are answered, at once where there are none. */
export function afterAnswers(socket: Socket, work: () => void): void {
  const line = lines.get(socket)
  if (line && line.underWay > 0) line.afterAll = work
  else work()
}

function openLine(socket: Socket): Line {
  const line: Line = { underWay: 0, waiting: [] }
  lines.set(socket, line)
  socket.once('close', () => {
    waitingInAll -= line.waiting.length
    line.waiting = []
  })
  return line
}

function goOn(socket: Socket, line: Line): void {
  line.underWay--
  const next = line.waiting.shift()
  if (next) {
    waitingInAll--
    next()
    // Node reads on after each answer.
    if (line.waiting.length > 0) socket.pause()
    else socket.resume()
  } else if (line.underWay === 0) line.afterAll?.()
}

const statuses: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Content Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Answers what is no request of HTTP with the headers of all answers, after those before it, and closes the connection. */
export function refuseBadRequests(server: Server, headers: Map<string, string>, tell: (status: number) => void): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = statuses[error.code ?? ''] ?? '400 Bad Request'
    afterAnswers(socket as Socket, () => {
      if (error.code === 'ECONNRESET' || !socket.writable) {
        socket.destroy()
        return
      }
      const lines = [...headers, ['Cache-Control', 'no-store'], ['Connection', 'close'], ['Content-Length', '0']]
      socket.end(`HTTP/1.1 ${status}\r\n${lines.map((line) => `${line.join(': ')}\r\n`).join('')}\r\n`)
      tell(Number.parseInt(status, 10))
    })
  })
}
