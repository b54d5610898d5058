import { resolve } from 'node:path'

/** The kinds of documents, each in the folder of its name. */
export const folders = ['articles', 'topics', 'authors', 'people', 'pages'] as const

export type Folder = (typeof folders)[number]

/** The folder with the words: `CONTENT_DIR`, else `content`; absolute. */
export const contentDir = () => resolve(process.env.CONTENT_DIR || 'content')

/** Where Contentlayer finds the checked front matter of the documents that it is to type, as JSON. */
export const frontMatterDir = '.contentlayer/front-matter'
