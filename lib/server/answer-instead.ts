import type { ServerResponse } from 'node:http'

export type Answer = { status: number; headers: Map<string, string | number>; body?: Buffer | string }

/** What Next says of a body that does not go out. */
const aboutBody = ['Content-Encoding', 'Content-Length', 'ETag', 'Link', 'Vary']

/**
 * Sends another answer in the place of the one that is being made, if `find` has one for its status. It is asked once,
 * before the headers go out.
 */
export function answerInstead(response: ServerResponse, find: (status: number) => Answer | undefined): void {
  const { writeHead, write, end } = response
  let other: Answer | undefined
  Object.assign(response, {
    writeHead(status: number, ...rest: unknown[]) {
      other = find(status)
      if (!other) return Reflect.apply(writeHead, response, [status, ...rest])
      for (const name of aboutBody) response.removeHeader(name)
      response.setHeaders(other.headers)
      return Reflect.apply(writeHead, response, [other.status])
    },
    write(...args: unknown[]) {
      if (!response.headersSent) response.writeHead(response.statusCode)
      return other !== undefined || Reflect.apply(write, response, args)
    },
    end(...args: unknown[]) {
      if (!response.headersSent) response.writeHead(response.statusCode)
      return Reflect.apply(end, response, other ? [other.body] : args)
    },
  })
}
