import { defineDocumentType } from 'contentlayer2/source-files'
import { z } from 'zod'
import { isTimeZone } from '#lib/dates'
import { language, reference, text } from './fields'
import { toContentlayerFields } from './to-contentlayer-fields'

export const publicationRule = z.strictObject({
  name: text,
  tagline: text,
  language,
  timeZone: z.string().refine(isTimeZone, 'is not an IANA time zone, such as "Asia/Seoul"'),
  publisher: text,
  topics: z.array(reference('topic')),
})

export const Publication = defineDocumentType(() => ({
  name: 'Publication',
  filePathPattern: 'publication.yaml',
  contentType: 'data',
  isSingleton: true,
  fields: toContentlayerFields(publicationRule),
}))
