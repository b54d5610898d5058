import type { Thing } from 'schema-dts'

/** What a page is, said to programs (JSON-LD). No text in it can end the element it stands in. */
export function StructuredData({ things }: { things: Thing[] }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape quotes, which JSON does not know
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
