import { defineDocumentType } from 'contentlayer2/source-files'
import type { z } from 'zod'
import { toSlug } from '#lib/links'
import { takeFacts } from '../body/keep-body'
import { toContentlayerFields } from './to-contentlayer-fields'

/** A type kept as `<folder>/**\/<slug>.mdx`, with what lists need to know of its body in the body's place. */
export const defineType = (name: string, folder: string, rule: z.ZodObject) =>
  defineDocumentType(() => ({
    name,
    filePathPattern: `${folder}/**/*.mdx`,
    contentType: 'markdown',
    fields: toContentlayerFields(rule),
    computedFields: {
      body: { type: 'json', resolve: (document) => takeFacts(folder, document) },
      slug: { type: 'string', resolve: (document) => toSlug(document._raw.sourceFilePath) },
    },
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
