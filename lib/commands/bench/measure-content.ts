import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unified } from 'unified'
import { addBodyPipeline } from '#content/body/body-pipeline'
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

const builder = unified()
addBodyPipeline(builder as never)
builder.freeze()
const compile = (text: string) => builder.processSync(text)
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
