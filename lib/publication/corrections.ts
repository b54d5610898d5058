import type { StoryCorrection } from '#lib/types'
import { getArticles } from './articles'
import { keepForEdition } from './once-per-edition'

/** Every correction of public stories that has taken effect, the newest first. */
export const getAllCorrections = (now: Date): StoryCorrection[] => all(undefined, now)

const all = keepForEdition((_: undefined, now) =>
  getArticles(now)
    .flatMap((article) => (article.corrections ?? []).map((correction) => ({ ...correction, article })))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
)
