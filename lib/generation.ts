/** The folder with what the content step made, relative to where the site runs. */
export const generationDir = '.contentlayer/generation'

/** The search index within that folder. */
export const searchIndexName = 'search.db'

/** Within that folder: what each of its bodies and pictures was made of. */
export const sourcesName = 'sources.json'

/** The styles of every page as text, relative to where the site runs. */
export const stylesFile = '.contentlayer/styles.css'
