import { z } from 'zod'
import { defineType } from './define-type'
import { text } from './fields'

export const pageRule = z.strictObject({ title: text, description: text })

export const Page = defineType('Page', 'pages', pageRule)
