import { z } from 'zod'
import { text } from './fields'

export const topicRule = z.strictObject({ title: text, description: text })
