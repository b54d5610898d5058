/** The folder with what the content step made, relative to where the site runs: the snapshot a server is built with. */
export const snapshotDir = '.contentlayer/snapshot'

/** The search index within a snapshot. */
export const searchIndexName = 'search.db'

/** Within a snapshot: what each of its bodies and pictures was made of. */
export const sourcesName = 'sources.json'

/** The styles of every page as text, relative to where the site runs. */
export const stylesFile = '.contentlayer/styles.css'

/** Within a snapshot: when it was made, in ISO 8601, and a key of the code that made it. */
export const manifestName = 'making.json'

/** Within a published snapshot: when it last served, once another took its place. */
export const lastServedName = 'leaving.json'

/** Below `DATA_DIR`: published snapshots, each in a folder named by its id. */
export const publishedDir = 'generations'

/** The id of the snapshot that a server is built with, wherever a published one is meant otherwise. */
export const builtId = 'built'
