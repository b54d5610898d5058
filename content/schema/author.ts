import { z } from 'zod'
import { text, webAddress } from './fields'

export const authorRule = z.strictObject({
  name: text,
  role: text.optional(),
  kind: z.enum(['person', 'organization']),
  sameAs: z.array(webAddress).optional(),
})
