import type { Thing } from 'schema-dts'

/** Describes a page to programs (JSON-LD). No text in it can close its script element. */
export function StructuredData({ things }: { things: Thing[] }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape quotes, which is invalid in JSON
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
