import { Sentence } from '#components/site/sentence'
import { Words } from '#components/site/words'
import { CorrectedLabel } from '#components/story/corrected-label'
import { articlePath } from '#lib/rules/links'
import type { Site, SpokenQuotation } from '#lib/types'

type Props = { site: Site; quotations: SpokenQuotation[] }

/** Somebody's quotations, each with its day, the title held then, and the place in its story. */
export const QuotationList = ({ site, quotations }: Props) =>
  quotations.length === 0 ? (
    <p className="text-soft">{site.messages.lists.noQuotations}</p>
  ) : (
    <ul className="max-w-measure space-y-8">
      {quotations.map(({ id, text, lang, article, ...said }) => (
        <li key={article.slug + id}>
          <figure className="border-l-3 border-seal pl-5">
            <blockquote
              lang={lang}
              className="text-[1.3125rem] leading-[1.45] before:content-[open-quote] after:content-[close-quote]"
            >
              <Words text={text} />
            </blockquote>
            <figcaption className="label mt-3 text-soft">
              <Sentence
                parts={site.messages.lists.saidIn(
                  <Said site={site} {...said} />,
                  <a href={`${articlePath(article.slug)}#${encodeURIComponent(id)}`} className="text-ink underline">
                    <Words text={article.headline} />
                  </a>,
                )}
              />
              {article.corrections && ' · '}
              <CorrectedLabel site={site} article={article} />
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  )

type SaidProps = Pick<SpokenQuotation, 'day' | 'role' | 'to'> & { site: Site }

/** When something was said, with the title held then, and to whom. */
const Said = ({ site: { messages }, day, role, to }: SaidProps) => (
  <>
    <time dateTime={day}>{messages.dates.period(day)}</time>
    {role && messages.site.listSeparator + messages.story.role(role.title, role.institution)}
    {to && messages.site.listSeparator + messages.story.spokenTo(to)}
  </>
)
