import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileBody } from '#content/body/compile-body'
import { parseBody } from '#content/body/parse-body'
import { checkContent } from '#content/checks/check-content'
import { contentDir } from '#content/content-dir'
import { runContentlayer } from '#lib/publish/run-contentlayer'
import { writeFrontMatter } from '#lib/publish/write-front-matter'

/** Measures one content folder and prints the cost as JSON on the last line. */
const articles = join(contentDir(), 'articles')
const files = readdirSync(articles, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'))
const texts = files.map((file) => readFileSync(join(articles, file), 'utf8'))

const { content } = await checkContent(new Date())

const compile = (text: string) => compileBody(parseBody(text).tree)
texts.slice(0, 300).forEach(compile)

const body = await millisecondsAStory(async () => texts.forEach(compile))
const step = await millisecondsAStory(async () => {
  await writeFrontMatter(content.files, content.publication)
  await runContentlayer()
})
console.log(JSON.stringify({ body, step, peakMemory: process.resourceUsage().maxRSS / 1024 }))

async function millisecondsAStory(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / texts.length
}
