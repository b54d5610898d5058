import { z } from 'zod'
import { label, listOf, webAddress } from './fields'

export const authorRule = z.strictObject({
  name: label,
  role: label.optional(),
  kind: z.enum(['person', 'organization']),
  sameAs: listOf(webAddress).optional(),
})
