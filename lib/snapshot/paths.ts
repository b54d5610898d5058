/** The folder with what the content step made, relative to where the site runs: the generation a server is built with. */
export const generationDir = '.contentlayer/generation'

/** The search index within a generation. */
export const searchIndexName = 'search.db'

/** Within a generation: what each of its bodies and pictures was made of. */
export const sourcesName = 'sources.json'

/** The styles of every page as text, relative to where the site runs. */
export const stylesFile = '.contentlayer/styles.css'

/** Within a generation: when it was made, in ISO 8601, and a key of the code that made it. */
export const makingName = 'making.json'

/** Within a published generation: when it last served, once another took its place. */
export const leavingName = 'leaving.json'

/** Below `DATA_DIR`: published generations, each in a folder named by its id. */
export const publishedDir = 'generations'

/** The id of the generation that a server is built with, wherever a published one is meant otherwise. */
export const builtId = 'built'
