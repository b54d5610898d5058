import { writeEdition } from '../testing/write-content'
import type { BuildCompetitor } from './build-competitor'
import { installPackages } from './install-packages'

/**
 * Eleventy, which reads the stories as Markdown and does not interpret the component tags: one page per story and one
 * list.
 */
export const eleventyCompetitor: BuildCompetitor = {
  name: 'Eleventy',
  setUp(folder) {
    writeEdition(folder, files)
    installPackages(folder, ['@11ty/eleventy@3.1.2'])
  },
  output: ['_site'],
  lost: [],
  env: {},
}

const files = {
  'package.json': JSON.stringify({ private: true, type: 'module', scripts: { build: 'eleventy --quiet' } }),
  '.eleventyignore': ['topics', 'authors', 'people'].map((folder) => `words/${folder}\n`).join(''),
  'eleventy.config.js': `
export default function (config) {
  config.addTemplateFormats('mdx')
  config.addExtension('mdx', { key: 'md' })
  config.addGlobalData('layout', 'story.njk')
  config.addCollection('stories', (all) => all.getFilteredByGlob('words/articles/**/*.mdx').reverse())
  return { markdownTemplateEngine: false }
}
`,
  '_includes/story.njk': '<h1>{{ headline }}</h1><p>{{ dek }}</p>{{ content | safe }}',
  'index.njk': `---
layout: false
---
{% for story in collections.stories.slice(0, 20) %}<a href="{{ story.url }}">{{ story.data.headline }}</a>{% endfor %}
`,
}
