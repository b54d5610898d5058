import { buildContent } from './build-content'
const t=performance.now()
const i = await buildContent()
console.log(i.articles.length, performance.now()-t)
