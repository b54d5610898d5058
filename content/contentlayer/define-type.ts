import { defineDocumentType } from 'contentlayer2/source-files'
import type { z } from 'zod'
import { toContentlayerFields } from './to-contentlayer-fields'

/** A type of documents. Contentlayer gets the front matter of each, and no body, as `<folder>/<slug>.json`. */
export const defineType = (name: string, folder: string, rule: z.ZodObject) =>
  defineDocumentType(() => ({
    name,
    filePathPattern: `${folder}/*.json`,
    contentType: 'data',
    fields: toContentlayerFields(rule),
  }))

/** The publication itself, kept as `publication.yaml`. */
export const definePublication = (rule: z.ZodObject) =>
  defineDocumentType(() => ({
    name: 'Publication',
    filePathPattern: 'publication.yaml',
    contentType: 'data',
    isSingleton: true,
    fields: toContentlayerFields(rule),
  }))
