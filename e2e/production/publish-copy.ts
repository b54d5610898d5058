import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { builtSite } from './site'

/** Publishes the content of the build again, as a newer snapshot. `change` may change its files first. */
export function publishCopy(dataDir: string, change: (folder: string) => void = () => {}): void {
  const built = `${builtSite}/.contentlayer/snapshot`
  const madeAt = new Date().toISOString()
  const id = madeAt.replaceAll(':', '-')
  const folder = `${dataDir}/generations/${id}`
  cpSync(built, folder, { recursive: true })
  change(folder)
  const { rules } = JSON.parse(readFileSync(`${built}/making.json`, 'utf8'))
  writeFileSync(`${folder}/making.json`, JSON.stringify({ madeAt, rules }))
  writeFileSync(`${dataDir}/generations/next`, JSON.stringify({ id, since: madeAt }))
  renameSync(`${dataDir}/generations/next`, `${dataDir}/generations/serving.json`)
}

/** Adds a story "fresh", which the build does not have. */
export function addFreshStory(folder: string): void {
  const index = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'))
  const story = index.articles.find(({ slug }: { slug: string }) => slug === 'quoted')
  index.articles.push({ ...story, slug: 'fresh', id: 'fresh', headline: 'A fresh story' })
  writeFileSync(`${folder}/index.json`, JSON.stringify(index))
  cpSync(`${folder}/bodies/articles/quoted.json`, `${folder}/bodies/articles/fresh.json`)
}
