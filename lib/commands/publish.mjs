import { pathToFileURL } from 'node:url'
import { getPublisherBundle } from './publisher-bundle.mjs'

/** Starts `publish.ts`. */
await import(pathToFileURL(await getPublisherBundle()).href)
