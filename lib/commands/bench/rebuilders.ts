import { findProgram } from '../find-program'
import { type EditionFiles, writeEdition } from '../write-edition'
import { installPackages } from './install-packages'

/** A program that makes all pages of a site anew: a page a story, one list. */
type Rebuilder = { name: string; setUp: (folder: string, stories: EditionFiles) => void; command: string[] }

export const rebuilders: Rebuilder[] = [
  {
    name: 'Eleventy',
    setUp(folder, stories) {
      writeEdition(folder, {
        ...toMarkdown(stories, 'articles', 'layout: story.njk\ntags: [story]\n'),
        'package.json': '{ "private": true }',
        '_includes/story.njk': '<h1>{{ headline }}</h1><p>{{ dek }}</p>{{ content | safe }}',
        'index.njk':
          '{% for story in collections.story | reverse %}<a href="{{ story.url }}">{{ story.data.headline }}</a>{% endfor %}',
      })
      installPackages(folder, ['@11ty/eleventy@3.1.2'])
    },
    command: ['npx', '--no-install', 'eleventy', '--quiet'],
  },
  {
    name: 'Hugo',
    setUp(folder, stories) {
      findProgram('hugo', 'hugo')
      writeEdition(folder, {
        ...toMarkdown(stories, 'content/articles', ''),
        'config.toml': 'baseURL = "http://localhost/"\ntitle = "Stories"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
        'layouts/_default/single.html': '<h1>{{ .Params.headline }}</h1><p>{{ .Params.dek }}</p>{{ .Content }}',
        'layouts/_default/list.html':
          '{{ range .RegularPagesRecursive }}<a href="{{ .Permalink }}">{{ .Params.headline }}</a>{{ end }}',
      })
    },
    command: ['hugo', '--quiet'],
  },
]

/** The stories as plain Markdown, which has no components: their words stay. */
function toMarkdown(stories: EditionFiles, folder: string, fields: string): EditionFiles {
  const articles = Object.entries(stories).filter(([file]) => file.startsWith('articles/'))
  return Object.fromEntries(
    articles.map(([file, text]) => [
      `${folder}${file.slice('articles'.length).replace('.mdx', '.md')}`,
      String(text)
        .replace('---\n', `---\n${fields}`)
        .replace(/<\/?(Quote|PullQuote|KeyPoints)[^>]*>/g, ''),
    ]),
  )
}
