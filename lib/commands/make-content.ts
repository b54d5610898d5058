import { checkContent } from '#content/checks/check-content'
import { buildContent } from '#lib/publish/build-content'
import { writeReloadFile } from '#lib/publish/reload-file'

/** Runs only the content step: for tests, and for checking types without a build. */
await buildContent((await checkContent(new Date())).content)
writeReloadFile('')
