import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { compressAside, type EncodedText, type Encoding, toEncoding } from '#lib/http/compress'
import { doInTurn } from '#lib/pictures/costly-work'
import { beyondSnapshot } from '#lib/snapshot/load'
import { PageCache } from './page-cache/page-cache'
import { maxBodyBytes } from './reject-request'

/** A request as handlers take it: of the web platform. Its origin means nothing; a body comes as far as it may reach. */
export async function toRequest(request: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/' } = request
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)])
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(`http://localhost${url}`, {
    method,
    headers,
    ...(hasBody && { body: new Uint8Array(await readBody(request)) }),
  })
}

/** The body of a request, or as much of it as may be read: a longer one is received to its end, but not kept. */
function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((done) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const end = () => done(Buffer.concat(chunks))
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= maxBodyBytes) chunks.push(chunk)
    })
    // If the client is gone, nobody reads the response.
    for (const event of ['end', 'error', 'close']) request.once(event, end)
  })
}

/** Shorter texts are not compressed, as that gains nothing. */
const minBytes = 1000

const compressible = /^(text\/|application\/(.*\+)?(json|xml)|image\/svg)/

/** Feeds, sitemaps and the like, compressed once: by their address and tag. */
const documents = new PageCache<{ encoded: EncodedText }>(16 * 2 ** 20)

/** Sends the response of a handler, in the coding that the client accepts. */
export async function sendResponse(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response,
): Promise<void> {
  if (answer.headers.has('Content-Length')) return sendPieces(request, response, answer)
  if (isCompressible(answer)) vary(answer, 'Accept-Encoding')
  if (answer.status === 204 || answer.status === 304) {
    response.setHeaders(answer.headers).writeHead(answer.status).end()
    return
  }
  const { body, encoding } = await toBody(request, answer)
  response.setHeaders(answer.headers)
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.writeHead(answer.status, { 'Content-Length': body.length }).end(body)
}

/** Streams a large body as fast as the client reads it. */
async function sendPieces(
  { socket }: IncomingMessage,
  response: ServerResponse,
  { headers, status, body }: Response,
): Promise<void> {
  response.setHeaders(headers).writeHead(status)
  if (!body) {
    response.end()
    return
  }
  await beyondSnapshot(() => sendBody(socket, response, body as NodeStream))
}

async function sendBody(socket: Socket, response: ServerResponse, body: NodeStream): Promise<void> {
  const pieces = Readable.fromWeb(body)
  // A response that waits behind others on its connection gets no event when the connection closes.
  const stop = () => pieces.destroy()
  socket.once('close', stop)
  if (socket.destroyed) stop()
  await pipeline(pieces, response).catch((error) => {
    // The client closed the connection.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
  socket.off('close', stop)
}

/** The body in the coding that the client accepts. A cached one is used without reading the text, which would take most of the time. */
async function toBody({ headers, url = '' }: IncomingMessage, answer: Response) {
  const [path] = url.split('?', 1)
  const tag = answer.headers.get('ETag')
  const key = tag && `${path}\n${tag}`
  const encoding = isCompressible(answer) ? toEncoding(headers['accept-encoding']?.toString()) : 'identity'
  const known = key && documents.get(key)?.encoded.get(encoding)
  if (known) return { body: known, encoding }
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (encoding === 'identity' || bytes.length < minBytes) return { body: bytes, encoding: 'identity' as const }
  const body = await (key ? encodeOnce(key, bytes, encoding) : compressAside(bytes, encoding))
  return { body, encoding }
}

const isCompressible = ({ headers }: Response) => compressible.test(headers.get('Content-Type') ?? '')

const vary = ({ headers }: Response, name: string) =>
  headers.set('Vary', [headers.get('Vary') ?? [], name].flat().join(', '))

const encodeOnce = (key: string, bytes: Buffer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> =>
  doInTurn(async () => {
    const encoded: EncodedText = documents.get(key)?.encoded ?? new Map()
    const body = encoded.get(encoding) ?? (await compressAside(bytes, encoding))
    documents.set(key, { encoded: encoded.set(encoding, body) })
    return body
  })
