import { makeSource } from 'contentlayer2/source-files'
import { addBodyPipeline } from './body/body-pipeline'
import { contentDir, foreignEntries } from './content-dir'
import { Article } from './schema/article'
import { Author } from './schema/author'
import { Page } from './schema/page'
import { Person } from './schema/person'
import { Publication } from './schema/publication'
import { Topic } from './schema/topic'

export default makeSource({
  contentDirPath: contentDir(),
  contentDirExclude: foreignEntries(),
  documentTypes: [Publication, Article, Topic, Author, Person, Page],
  markdown: addBodyPipeline,
  onUnknownDocuments: 'fail',
  onMissingOrIncompatibleData: 'fail',
  onExtraFieldData: 'fail',
  disableImportAliasWarning: true,
})
