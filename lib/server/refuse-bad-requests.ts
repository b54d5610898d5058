import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { answerUnreadable } from './limit-pipelining'

const statuses: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Content Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Answers bytes that are not an HTTP request with our usual headers, and closes the connection. */
export function refuseBadRequests(server: Server, headers: Map<string, string>, tell: (status: number) => void): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = statuses[error.code ?? ''] ?? '400 Bad Request'
    answerUnreadable(socket as Socket, () => {
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
