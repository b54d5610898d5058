import { type Rule, unless } from './rule'
import type { Answer } from './site'

/** Rules for every address that a link leads to. */
export const answerRules: Rule<Answer>[] = [
  {
    fact: 'No link of the publication is dead',
    cure: 'Correct the link where it stands, or bring back what it led to.',
    findErrors: ({ status, linkedFrom }) => unless(status < 400, `answers ${status}; linked from ${linkedFrom}`),
  },
  {
    fact: 'No link of the publication is redirected',
    cure: 'Link to where the redirect leads.',
    findErrors: ({ status, headers, linkedFrom }) =>
      unless(status < 300 || status >= 400, `leads on to ${headers.get('Location')}; linked from ${linkedFrom}`),
  },
]
