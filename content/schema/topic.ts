import { z } from 'zod'
import { label, text } from './fields'

export const topicRule = z.strictObject({ title: label, description: text })
