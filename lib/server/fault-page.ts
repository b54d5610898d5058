import type { Answer } from './answer-instead'

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

/** What goes out where Next would answer 500: words, which its own pages lack where their scripts may not run, and which no cache keeps. */
export const faultPage: Answer = {
  status: 500,
  headers: new Map<string, string | number>([
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    ['Content-Length', Buffer.byteLength(page)],
  ]),
  body: page,
}
