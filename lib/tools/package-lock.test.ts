import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Entry = { link?: boolean; integrity?: string; resolved?: string }

test('npm verifies the checksum of every package and installs all of them from the registry', () => {
  const { packages }: { packages: Record<string, Entry> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const entries = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)
  expect(entries.length).toBeGreaterThan(500)
  const isVerified = ({ integrity = '' }: Entry) => /^sha512-[\w+/]{86}==$/.test(integrity)
  const isFromRegistry = ({ resolved = 'https://registry.npmjs.org/' }: Entry) =>
    resolved.startsWith('https://registry.npmjs.org/')
  expect(entries.filter(([, entry]) => !isVerified(entry) || !isFromRegistry(entry)).map(([path]) => path)).toEqual([])
})
