import { defineNestedType, type FieldDefs } from 'contentlayer2/source-files'
import { z } from 'zod'

type Field = Extract<FieldDefs, Record<string, unknown>>[string]

/** The fields of a zod rule as Contentlayer defines them, so that each field is written down once. */
export function toContentlayerFields(rule: z.ZodObject): Record<string, Field> {
  return Object.fromEntries(Object.entries(rule.shape).map(([name, field]) => [name, toField(field as z.ZodType)]))
}

function toField(rule: z.ZodType): Field {
  if (rule instanceof z.ZodOptional) return { ...toField(rule.unwrap() as z.ZodType), required: false }
  if (rule instanceof z.ZodArray)
    return { type: 'list', of: toListItem(rule.element as z.ZodType), required: true } as Field
  return { ...toItem(rule), required: true } as Field
}

const toListItem = (rule: z.ZodType) => (rule instanceof z.ZodObject ? toNestedType(rule) : toItem(rule))

function toItem(rule: z.ZodType): Field {
  if (rule instanceof z.ZodObject) return { type: 'nested', of: toNestedType(rule) } as Field
  if (rule instanceof z.ZodEnum) return { type: 'enum', options: rule.options as string[] }
  return { type: rule.meta()?.contentlayer === 'date' ? 'date' : 'string' }
}

const toNestedType = (rule: z.ZodObject) =>
  defineNestedType(() => ({ name: String(rule.meta()?.title), fields: toContentlayerFields(rule) }))
