import { searchPath } from '#lib/rules/links'

const pages = {
  and: [
    { href_matches: '/*' },
    { not: { href_matches: [`${searchPath}*`, '/api/*', '/photos/*', '/*.xml', '/*.json', '/*.png'] } },
  ],
}

const rules = JSON.stringify({ prerender: [{ where: pages, eagerness: 'moderate' }] })

/**
 * Lets browsers prerender a page when a reader is about to follow its link: pages of the publication, but no data,
 * feeds, pictures or searches. Browsers that save data or do not support speculation rules ignore this.
 */
export const SpeculationRules = () => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the rules are JSON and contain no outside text.
  <script type="speculationrules" dangerouslySetInnerHTML={{ __html: rules }} />
)
