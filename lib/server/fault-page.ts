import type { ServerResponse } from 'node:http'

const page = `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Something went wrong</title>
<style>
:root { color-scheme: light dark; background: light-dark(#fbf9f3, #15171c); color: light-dark(#17191f, #eae6dc) }
body { max-width: 38rem; margin: 15vh auto; padding: 0 1rem; font: 1.1875rem/1.6 Charter, 'Noto Serif', Cambria, serif }
h1 { font-size: 2.25rem; line-height: 1.1 }
a { color: inherit }
</style>
<h1>Something went wrong on our side</h1>
<p>The page could not be made. Try again in a minute, or go to the <a href="/">front page</a>.</p>
`

/** Puts words in the place of Next's error pages, which are empty where their scripts may not run; all have status 500. */
export function tellFaultsInWords(response: ServerResponse): void {
  const { writeHead, write, end } = response
  let isFault = false
  Object.assign(response, {
    writeHead(status: number, ...rest: unknown[]) {
      isFault = status === 500 && String(response.getHeader('Content-Type')).startsWith('text/html')
      if (!isFault) return Reflect.apply(writeHead, response, [status, ...rest])
      for (const name of ['Content-Encoding', 'ETag', 'Link']) response.removeHeader(name)
      response.setHeader('Cache-Control', 'no-store').setHeader('Content-Length', Buffer.byteLength(page))
      return Reflect.apply(writeHead, response, [status])
    },
    write(...args: unknown[]) {
      if (!response.headersSent) response.writeHead(response.statusCode)
      return isFault || Reflect.apply(write, response, args)
    },
    end(...args: unknown[]) {
      if (!response.headersSent) response.writeHead(response.statusCode)
      return Reflect.apply(end, response, isFault ? [page] : args)
    },
  })
}
