import { Words } from '#components/site/words'
import { CorrectedLabel } from '#components/story/corrected-label'
import { formatPeriod } from '#lib/rules/dates'
import { articlePath } from '#lib/rules/links'
import type { SpokenQuotation } from '#lib/types'

/** Somebody's quotations, each with its day, the title held then, and the place in its story. */
export const QuotationList = ({ quotations }: { quotations: SpokenQuotation[] }) =>
  quotations.length === 0 ? (
    <p className="text-soft">No quotations yet.</p>
  ) : (
    <ul className="max-w-measure space-y-8">
      {quotations.map(({ id, text, lang, day, role, to, article }) => (
        <li key={article.slug + id}>
          <figure className="border-l-3 border-seal pl-5">
            <blockquote
              lang={lang}
              className="text-[1.3125rem] leading-[1.45] before:content-[open-quote] after:content-[close-quote]"
            >
              <Words text={text} />
            </blockquote>
            <figcaption className="label mt-3 text-soft">
              <time dateTime={day}>{formatPeriod(day)}</time>
              {role && `, ${role.title}, ${role.institution}`}
              {to && `, to ${to}`}. In{' '}
              <a href={`${articlePath(article.slug)}#${encodeURIComponent(id)}`} className="text-ink underline">
                <Words text={article.headline} />
              </a>
              {article.corrections && ' · '}
              <CorrectedLabel article={article} />
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  )
