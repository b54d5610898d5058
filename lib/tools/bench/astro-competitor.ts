import { writeEdition } from '../testing/write-content'
import type { BuildCompetitor } from './build-competitor'
import { installPackages } from './install-packages'

/**
 * Astro with content collections: one page per story and one list. Its second build finds the whole output of the
 * first.
 */
export const astroCompetitor: BuildCompetitor = {
  name: 'Astro',
  setUp(folder) {
    writeEdition(folder, files)
    // Astro 7 does not run on Node 20.
    installPackages(folder, ['astro@7.3.5', '@astrojs/mdx@8.0.2', '@astrojs/markdown-remark@7.3.1', 'node@22.23.3'])
  },
  output: ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'],
  lost: [],
  env: { ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '--max-old-space-size=8192' },
}

const component = (tag: string) => `<${tag}><slot /></${tag}>\n`

const files = {
  'package.json': JSON.stringify({
    private: true,
    type: 'module',
    scripts: { build: 'astro build' },
  }),
  'astro.config.mjs': `
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'

export default defineConfig({ integrations: [mdx()] })
`,
  'src/content.config.js': `
import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

const articles = defineCollection({
  loader: glob({ pattern: '**/*.mdx', base: './words/articles' }),
  schema: z.object({
    headline: z.string(),
    dek: z.string(),
    publishedAt: z.coerce.date(),
    authors: z.array(z.string()),
    topics: z.array(z.string()),
  }),
})

export const collections = { articles }
`,
  'src/components/quote.astro': component('blockquote'),
  'src/components/pull-quote.astro': component('aside'),
  'src/components/key-points.astro': component('section'),
  'src/components/photo.astro': '<img {...Astro.props} />\n',
  'src/pages/index.astro': `---
import { getCollection } from 'astro:content'

const articles = (await getCollection('articles')).sort((a, b) => b.data.publishedAt - a.data.publishedAt)
---
<html lang="en"><body><ul>
  {articles.slice(0, 20).map(({ id, data }) => <li><a href={'/articles/' + id.split('/').at(-1)}>{data.headline}</a></li>)}
</ul></body></html>
`,
  'src/pages/articles/[slug].astro': `---
import { getCollection, render } from 'astro:content'
import KeyPoints from '../../components/key-points.astro'
import Photo from '../../components/photo.astro'
import PullQuote from '../../components/pull-quote.astro'
import Quote from '../../components/quote.astro'

export async function getStaticPaths() {
  const articles = await getCollection('articles')
  return articles.map((article) => ({ params: { slug: article.id.split('/').at(-1) }, props: { article } }))
}
const { article } = Astro.props
const { Content } = await render(article)
---
<html lang="en"><body><main>
  <h1>{article.data.headline}</h1><p>{article.data.dek}</p>
  <Content components={{ Quote, PullQuote, KeyPoints, Photo }} />
</main></body></html>
`,
}
