import { expect, test } from 'vitest'
import { withoutFramework } from './without-framework.mjs'

test("what Next's runtime needs is gone", () => {
  const page = [
    '<head><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
    '<script src="/_next/static/chunks/a.js" async=""></script>',
    '<script src="/_next/static/chunks/b.js" noModule=""></script></head>',
    '<body><div hidden=""><!--$--><!--/$--></div><p>By<!-- --> <a href="/x">X</a></p>',
    '<script id="_R_">(globalThis["TURBOPACK"]||[]).push({})</script>',
    '<script>self.__next_f.push([1,"<p>"])</script>\n<script>\n$RT()\n</script></body>',
  ].join('')
  expect(withoutFramework(page)).toBe('<head></head><body><p>By <a href="/x">X</a></p>\n</body>')
})

test("what is the publication's own stays", () => {
  const page = [
    '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
    '<script type="speculationrules">{}</script>',
    '<script src="/scripts/0f3a.js" defer=""></script>',
    '<link rel="preload" as="image" imageSrcSet="/photos/a.png?w=640 640w"/>',
    '<link rel="icon" href="/icon.svg"/><style>p{color:red}</style>',
    '<p>&lt;script&gt;self.__next_f&lt;/script&gt;</p>',
  ].join('')
  expect(withoutFramework(page)).toBe(page)
})
