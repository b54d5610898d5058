import { makeSource } from 'contentlayer2/source-files'
import { definePublication, defineType } from '#content/contentlayer/define-type'
import { articleRule } from '#content/schema/article'
import { authorRule } from '#content/schema/author'
import { pageRule } from '#content/schema/page'
import { personRule } from '#content/schema/person'
import { publicationRule } from '#content/schema/publication'
import { topicRule } from '#content/schema/topic'
import { frontMatterDir } from './content-dir'

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
