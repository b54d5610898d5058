import type { Element, ElementContent, Properties } from 'hast'
import { getSite } from '#lib/publication/site'
import { personPath, photoPath } from '#lib/rules/links'
import { element } from './element'

/** The width in pixels of pictures in feeds. */
const width = 1200

/** The attributes of a component in a body are plain text. */
type Attributes = Record<string, string | undefined>

/** A body's element without what only our pages know: components become figures, quotations and lists of plain HTML. */
export function toPlainElement(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  const children = node.children.map(toPlainElement)
  return plain[node.tagName]?.(node.properties as Attributes, children) ?? { ...node, children }
}

const plain: Record<string, (attributes: Attributes, children: ElementContent[]) => ElementContent> = {
  BlockQuote: ({ id, lang, source, ...speaker }, children) =>
    element('figure', { id }, [
      element('blockquote', { lang, cite: source }, children),
      element('figcaption', {}, toAttribution({ ...speaker, source })),
    ]),
  InlineQuote: ({ id, lang, source }, children) => element('q', { id, lang, cite: source }, children),
  PullQuote: ({ name }, children) => element('aside', {}, [...children, ...(name ? [element('p', {}, [name])] : [])]),
  KeyPoints: (_, children) =>
    element('aside', {}, [
      element('p', {}, [element('strong', {}, [getSite().messages.story.keyPoints])]),
      ...children,
    ]),
  Photo: ({ caption, credit, ...photo }) =>
    element('figure', {}, [toImage(photo), element('figcaption', {}, [[caption, credit].filter(Boolean).join(' ')])]),
  img: (photo) => toImage(photo),
  // Feed readers drop forms.
  input: ({ checked }) => ({ type: 'text', value: checked ? '☑' : '☐' }),
}

const toImage = ({ src, alt, width: full, height }: Properties): Element =>
  element(
    'img',
    { src: photoPath(String(src), width), alt: String(alt), width: Number(full), height: Number(height) },
    [],
  )

/** Who speaks: name, name in their own script, title of that day, to whom, and where it was found. */
function toAttribution({ by, name, nativeName, nativeLang, role, to, source }: Attributes): (Element | string)[] {
  const { site, story } = getSite().messages
  return [
    element('a', { href: personPath(String(by)) }, [String(name)]),
    ...(nativeName ? [' (', element('span', { lang: nativeLang }, [nativeName]), ')'] : []),
    ...(role ? [site.listSeparator + role] : []),
    ...(to ? [site.listSeparator + story.spokenTo(to)] : []),
    ...(source ? [' ', element('a', { href: source }, [story.source])] : []),
  ]
}
