import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How many requests of one connection are handled at once. Browsers and proxies send one at a time. */
const maxUnderWay = 8

/** How many requests may wait on all connections together. */
const maxWaiting = 10_000

/** The requests of a connection: how many are under way, the one that came last, and what starts those that wait. */
type Line = {
  underWay: number
  last: { request: IncomingMessage; response: ServerResponse }
  waiting: (() => void)[]
  afterAll?: () => void
}

const lines = new WeakMap<Socket, Line>()
let waitingInAll = 0

/**
 * Handles the requests of a connection a few at a time, and stops reading from it while some wait. So thousands of pipelined
 * requests cost no more memory than one after the other. With more than ten thousand waiting in all, connections are closed.
 */
export function answerInTurn(request: IncomingMessage, response: ServerResponse, answer: () => void): void {
  const { socket } = request
  const line = lines.get(socket) ?? openLine(socket, { request, response })
  line.last = { request, response }
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

/**
 * Sends what stands for the answer to bytes that cannot be read, after the answers before it. Where those bytes are the
 * body of the last request, that one is never answered, and this is its answer.
 */
export function answerUnreadable(socket: Socket, answer: () => void): void {
  const line = lines.get(socket)
  const { request, response } = line?.last ?? {}
  if (!line || line.underWay === 0) answer()
  else if (request?.complete) line.afterAll = answer
  else if (line.underWay === 1 && !response?.headersSent) answer()
  else socket.destroy()
}

function openLine(socket: Socket, last: Line['last']): Line {
  const line: Line = { underWay: 0, last, waiting: [] }
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
