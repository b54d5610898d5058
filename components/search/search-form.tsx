import type { ReactNode } from 'react'
import { searchPath } from '#lib/rules/links'
import type { Site, Topic } from '#lib/types'

type Props = { site: Site; q: string; topic: string; from: string; to: string; topics: Topic[] }

const box = 'block w-full min-w-0 min-h-11 border border-soft bg-paper px-3 py-2 text-ink'

/** Asks for words, and for a topic and days where somebody wants only those. */
export const SearchForm = ({ site: { messages }, q, topic, from, to, topics }: Props) => (
  <search>
    <form action={searchPath} className="grid max-w-measure grid-cols-2 gap-4 sm:grid-cols-3">
      <Field name="q" label={messages.search.words} className="col-span-2 sm:col-span-3">
        <div className="flex">
          <input
            id="search-q"
            name="q"
            type="search"
            defaultValue={q}
            autoComplete="off"
            className={`${box} text-[1.1875rem]`}
          />
          <button type="submit" className="label shrink-0 bg-ink px-5 font-bold text-paper hover:bg-seal">
            {messages.search.submit}
          </button>
        </div>
      </Field>
      <Field name="topic" label={messages.topics.label} className="col-span-2 sm:col-span-1">
        <select id="search-topic" name="topic" defaultValue={topic} className={box}>
          <option value="">{messages.topics.all}</option>
          {topics.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <Field name="from" label={messages.search.from}>
        <input id="search-from" name="from" type="date" defaultValue={from} className={box} />
      </Field>
      <Field name="to" label={messages.search.to}>
        <input id="search-to" name="to" type="date" defaultValue={to} className={box} />
      </Field>
    </form>
  </search>
)

type FieldProps = { name: string; label: string; className?: string; children: ReactNode }

const Field = ({ name, label, className = '', children }: FieldProps) => (
  <div className={`label min-w-0 ${className}`}>
    <label htmlFor={`search-${name}`} className="mb-1 block font-bold">
      {label}
    </label>
    {children}
  </div>
)
