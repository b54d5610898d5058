import { z } from 'zod'
import { defineType } from './define-type'
import { text } from './fields'

export const topicRule = z.strictObject({ title: text, description: text })

export const Topic = defineType('Topic', 'topics', topicRule)
