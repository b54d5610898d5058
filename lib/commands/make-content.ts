import { checkContent } from '#content/checks/check-content'
import { buildContent } from '#lib/publish/build-content'

/** For tests: the content step alone. */
await buildContent((await checkContent(new Date())).content)
