import { searchPath } from '#lib/rules/links'

const pages = {
  and: [
    { href_matches: '/*' },
    { not: { href_matches: [`${searchPath}*`, '/api/*', '/photos/*', '/*.xml', '/*.json', '/*.png'] } },
  ],
}

const rules = JSON.stringify({ prerender: [{ where: pages, eagerness: 'moderate' }] })

/**
 * What browsers may make ready when a reader is about to follow a link: pages of the publication, but no data, feeds,
 * pictures or searches. Browsers that save data or do not know such rules do nothing.
 */
export const SpeculationRules = () => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rules are no HTML, and hold nothing from outside.
  <script type="speculationrules" dangerouslySetInnerHTML={{ __html: rules }} />
)
