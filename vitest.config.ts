import { defineConfig } from 'vitest/config'

/** Tests are code, and code lies in these folders only: nothing among articles and pictures is ever run. */
const tests = [
  '{app,components,lib}/**/*.test.{ts,tsx}',
  'content/*.test.ts',
  'content/{body,build-cache,checks,contentlayer,schema}/**/*.test.ts',
]

/** Tests that run commands or git again and again, or that wait for limits of time. */
const integration = '{content,lib}/**/*.integration.test.ts'

export default defineConfig({
  test: {
    // Many wait for programs that they started, and a busy machine makes them wait.
    testTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: tests, exclude: [integration] } },
      { extends: true, test: { name: 'integration', include: [integration] } },
    ],
  },
})
