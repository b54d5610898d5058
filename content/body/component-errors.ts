import type { Nodes } from 'mdast'
import { didYouMean } from '#content/did-you-mean'
import { isLanguage } from '#content/schema/fields'
import { isCalendarDay } from '#lib/rules/dates'
import { addressError } from './address-error'
import { components } from './components'
import type { BodyError } from './guard'
import { isMdxElement, type MdxElement } from './mdx-element'

type Attribute = MdxElement['attributes'][number]

/** What is wrong with a tag of a body: its name, its attributes, or their values. */
export function componentErrors(element: MdxElement): BodyError[] {
  const name = element.name ?? ''
  const allowed = Object.hasOwn(components, name) ? components[name] : undefined
  const at = (position: BodyError['position']) => (message: string) => ({ position, message })
  if (!allowed) return [at(element.position)(unknownTag(name))]

  const seen = new Set<string>()
  const wrong = element.attributes.flatMap((attribute) => {
    const message = attributeError(name, Object.keys(allowed), attribute, seen)
    return message ? [at(attribute.position ?? element.position)(message)] : []
  })
  const missing = Object.keys(allowed)
    .filter((attribute) => allowed[attribute] && !seen.has(attribute))
    .map((attribute) => at(element.position)(`<${name}> lacks the attribute "${attribute}". Add ${attribute}="…"`))
  const words = wordsError(name, element)
  return [...wrong, ...missing, ...(words ? [at(element.position)(words)] : [])]
}

/** A picture holds no words; all other components hold some. */
function wordsError(name: string, { children }: MdxElement): string | undefined {
  if (name === 'Photo') return children.length > 0 ? '<Photo> holds no words. Write them as caption="…"' : undefined
  return !hasContent(children) ? `<${name}> is empty. Write words between its tags, or remove it` : undefined
}

/** Signs of lists and the like are no words; a picture says something. */
const hasContent = (nodes: Nodes[]): boolean =>
  nodes.some((node) =>
    'children' in node
      ? hasContent(node.children) || isMdxElement(node)
      : !('value' in node) || node.value.trim() !== '',
  )

function unknownTag(name: string): string {
  if (name === '') return '"<>" is not allowed. Remove the tag and keep the words'
  if (/^[a-z]/.test(name))
    return `"<${name}>" is raw HTML, which a story cannot hold. Use Markdown or write &lt; for the sign`
  const known = Object.keys(components)
  return `"<${name}>" is not a component. Use one of ${known.join(', ')}.${didYouMean(name, known)}`
}

/** The most characters of an attribute. */
const maxValue = 2000

function attributeError(tag: string, allowed: string[], attribute: Attribute, seen: Set<string>): string | undefined {
  if (attribute.type === 'mdxJsxExpressionAttribute') {
    return `"{${attribute.value}}" in <${tag}> is code. Write plain attributes, such as by="slug"`
  }
  const { name, value } = attribute
  if (!allowed.includes(name)) {
    const cure =
      allowed.length === 0 ? ' It takes none' : didYouMean(name, allowed) || ` It takes ${allowed.join(', ')}`
    return `"${name}" is not an attribute of <${tag}>.${cure}`
  }
  if (seen.has(name)) return `"${name}" stands twice in <${tag}>. Keep one`
  seen.add(name)
  if (typeof value !== 'string') return `"${name}" of <${tag}> is not plain text. Write ${name}="…"`
  if (value.trim() === '') return `"${name}" of <${tag}> is empty. Write ${name}="…"`
  if (value.length > maxValue) return `"${name}" of <${tag}> has ${value.length} characters. Shorten it to ${maxValue}`
  const error = valueErrors[name]?.(value)
  return error && `"${name}" of <${tag}>: ${error}`
}

const valueErrors: Record<string, (value: string) => string | undefined> = {
  on: (value) => (isCalendarDay(value) ? undefined : `"${value}" is not an existing day of the form "2024-11-22"`),
  lang: (value) => (isLanguage(value) ? undefined : `"${value}" is not a BCP 47 language, such as "ko"`),
  excerpt: (value) => (value === 'true' ? undefined : `"${value}" is not "true". Write excerpt="true" or leave it out`),
  source: addressError,
}
