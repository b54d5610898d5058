import { checkContent } from '#content/checks/check-content'
import { buildContent } from '#lib/publish/build-content'
import { writeReloadFile } from '#lib/publish/reload-file'

/** For tests, and to check types without a build: the content step alone. */
await buildContent((await checkContent(new Date())).content)
writeReloadFile('')
