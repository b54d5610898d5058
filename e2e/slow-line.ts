import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/**
 * A proxy of a site over a connection so slow that a page appears a few elements at a time and its pictures arrive
 * late. `end` stops it.
 */
export async function slowLine(site: string): Promise<{ url: string; end: () => void }> {
  const server = createServer(async ({ url, headers }, response) => {
    const accept = headers.accept ?? '*/*'
    const answer = await fetch(site + url, { headers: { accept, 'accept-encoding': 'identity' } })
    const type = answer.headers.get('content-type') ?? ''
    const body = Buffer.from(await answer.arrayBuffer())
    response.writeHead(answer.status, { 'content-type': type })
    for (const piece of type.startsWith('text/html') ? toPieces(body.toString()) : [body]) {
      await setTimeout(type.startsWith('image/') ? 300 : 30)
      response.write(piece)
    }
    response.end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    end: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The head, then pieces of about 600 characters, cut where an element starts. */
function toPieces(html: string): string[] {
  const start = html.indexOf('<body')
  const pieces = [html.slice(0, start)]
  for (let from = start; from < html.length; ) {
    const next = html.indexOf('<', from + 600)
    const end = next < 0 ? html.length : next
    pieces.push(html.slice(from, end))
    from = end
  }
  return pieces
}
