import { makeSource } from 'contentlayer2/source-files'
import { frontMatterDir } from './content-dir'
import { articleRule } from './schema/article'
import { authorRule } from './schema/author'
import { definePublication, defineType } from './schema/define-type'
import { pageRule } from './schema/page'
import { personRule } from './schema/person'
import { publicationRule } from './schema/publication'
import { topicRule } from './schema/topic'

export default makeSource({
  contentDirPath: frontMatterDir,
  documentTypes: [
    definePublication(publicationRule),
    defineType('Article', 'articles', articleRule),
    defineType('Topic', 'topics', topicRule),
    defineType('Author', 'authors', authorRule),
    defineType('Person', 'people', personRule),
    defineType('Page', 'pages', pageRule),
  ],
  onUnknownDocuments: 'fail',
  onMissingOrIncompatibleData: 'fail',
  onExtraFieldData: 'fail',
  disableImportAliasWarning: true,
})
