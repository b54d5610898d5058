import { writeEdition } from '../testing/write-content'
import type { BuildCompetitor } from './build-competitor'
import { copyModules } from './dateline-competitor'

/**
 * Next with Contentlayer's MDX, as its documentation shows: one page per story and one list. Its second build finds the
 * whole output of the first.
 */
export const stockCompetitor: BuildCompetitor = {
  name: 'Next and Contentlayer',
  setUp(folder) {
    writeEdition(folder, files)
    copyModules(folder)
  },
  output: ['.next', '.contentlayer'],
  lost: [],
  env: { NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '--max-old-space-size=8192' },
}

const files = {
  'package.json': JSON.stringify({
    private: true,
    type: 'module',
    scripts: { build: 'contentlayer2 build && next build' },
  }),
  'contentlayer.config.js': `
import { defineDocumentType, makeSource } from 'contentlayer2/source-files'
import remarkGfm from 'remark-gfm'

const strings = { type: 'list', of: { type: 'string' }, required: true }

const Article = defineDocumentType(() => ({
  name: 'Article',
  filePathPattern: 'articles/**/*.mdx',
  contentType: 'mdx',
  fields: {
    headline: { type: 'string', required: true },
    dek: { type: 'string', required: true },
    publishedAt: { type: 'date', required: true },
    authors: strings,
    topics: strings,
  },
  computedFields: { slug: { type: 'string', resolve: (document) => document._raw.sourceFileName.replace('.mdx', '') } },
}))

export default makeSource({
  contentDirPath: 'words',
  contentDirInclude: ['articles'],
  documentTypes: [Article],
  mdx: { remarkPlugins: [remarkGfm] },
})
`,
  'app/layout.jsx': `
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}
`,
  'app/page.jsx': `
import { allArticles } from '../.contentlayer/generated/index.mjs'

export default function Latest() {
  const newest = allArticles.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt)).slice(0, 20)
  return <ul>{newest.map(({ slug, headline }) => <li key={slug}><a href={'/articles/' + slug}>{headline}</a></li>)}</ul>
}
`,
  'app/articles/[slug]/page.jsx': `
import * as React from 'react'
import * as ReactDOM from 'react-dom'
import * as runtime from 'react/jsx-runtime'
import { allArticles } from '../../../.contentlayer/generated/index.mjs'

const components = {
  Quote: ({ children }) => <blockquote>{children}</blockquote>,
  PullQuote: ({ children }) => <aside>{children}</aside>,
  KeyPoints: ({ children }) => <section>{children}</section>,
  Photo: ({ src, alt }) => <img src={src} alt={alt} />,
}

export const generateStaticParams = () => allArticles.map(({ slug }) => ({ slug }))

export default async function ArticlePage({ params }) {
  const { slug } = await params
  const { headline, dek, body } = allArticles.find((article) => article.slug === slug)
  const Body = new Function('React', 'ReactDOM', '_jsx_runtime', body.code)(React, ReactDOM, runtime).default
  return <main><h1>{headline}</h1><p>{dek}</p><Body components={components} /></main>
}
`,
}
