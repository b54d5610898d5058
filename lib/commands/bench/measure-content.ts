import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileBody } from '#content/body/compile-body'
import { parseBody } from '#content/body/parse-body'
import { listContent } from '#content/checks/list-files'
import { readWords } from '#content/checks/read-words'
import { contentDir } from '#content/content-dir'
import { openKeptResults } from '#content/kept-results'
import { copyCheckedWords } from '../copy-checked-words'
import { runContentlayer } from '../run-contentlayer'

/** Measures one content folder and prints what it cost as JSON on the last line. */
const articles = join(contentDir(), 'articles')
const files = readdirSync(articles, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'))
const texts = files.map((file) => readFileSync(join(articles, file), 'utf8'))

const kept = openKeptResults()
const words = readWords(listContent().documents, kept, new Date())
kept.close()
const publication = readFileSync(join(contentDir(), 'publication.yaml'), 'utf8')

const compile = (text: string) => compileBody(parseBody(text).tree)
texts.slice(0, 300).forEach(compile)

const body = await millisecondsAStory(async () => texts.forEach(compile))
const step = await millisecondsAStory(async () => {
  await copyCheckedWords(words, publication)
  await runContentlayer()
})
console.log(JSON.stringify({ body, step, peakMemory: process.resourceUsage().maxRSS / 1024 }))

async function millisecondsAStory(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / texts.length
}
