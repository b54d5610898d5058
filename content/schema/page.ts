import { z } from 'zod'
import { text } from './fields'

export const pageRule = z.strictObject({ title: text, description: text })
