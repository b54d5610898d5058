import { findProgram } from '../testing/find-program'
import { type EditionFiles, writeEdition } from '../testing/write-content'
import { eleventyCompetitor } from './eleventy-competitor'

/** A generator that rebuilds all pages of a site: one page per story and one list. */
type Generator = { name: string; setUp: (folder: string, stories: EditionFiles) => void; command: string[] }

export const generators: Generator[] = [
  {
    name: eleventyCompetitor.name,
    setUp(folder, stories) {
      eleventyCompetitor.setUp(folder)
      writeEdition(`${folder}/words`, stories)
    },
    command: ['npm', 'run', '--silent', 'build'],
  },
  {
    name: 'Hugo',
    setUp(folder, stories) {
      findProgram('hugo', 'hugo')
      writeEdition(folder, {
        ...toMarkdown(stories),
        'config.toml': 'baseURL = "http://localhost/"\ntitle = "Stories"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
        'layouts/_default/single.html': '<h1>{{ .Params.headline }}</h1><p>{{ .Params.dek }}</p>{{ .Content }}',
        'layouts/_default/list.html':
          '{{ range .RegularPagesRecursive }}<a href="{{ .Permalink }}">{{ .Params.headline }}</a>{{ end }}',
      })
    },
    command: ['hugo', '--quiet'],
  },
]

/** The stories as plain Markdown. Markdown has no components, so only their text remains. */
function toMarkdown(stories: EditionFiles): EditionFiles {
  const articles = Object.entries(stories).filter(([file]) => file.startsWith('articles/'))
  return Object.fromEntries(
    articles.map(([file, text]) => [
      `content/${file.replace('.mdx', '.md')}`,
      String(text).replace(/<\/?(Quote|PullQuote|KeyPoints)[^>]*>/g, ''),
    ]),
  )
}
