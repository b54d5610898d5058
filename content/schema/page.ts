import { z } from 'zod'
import { label, text } from './fields'

export const pageRule = z.strictObject({ title: label, description: text })
