import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Tests are code, and code lies in these folders only: nothing among articles and pictures is ever run.
    include: [
      '{app,components,lib}/**/*.test.{ts,tsx}',
      'content/*.test.ts',
      'content/{body,build-cache,checks,contentlayer,schema}/**/*.test.ts',
    ],
    // Many tests run commands, which a busy machine makes wait.
    testTimeout: 60_000,
    // Many wait for commands that they started.
    maxWorkers: 2,
  },
})
