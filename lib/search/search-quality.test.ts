import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterSnapshot } from '#lib/tools/testing/make-snapshot'
import { search } from './search'
import type { SearchIndex } from './search-index'

const now = new Date('2025-01-01T00:00:00Z')
let index: SearchIndex
let leave: () => void

beforeAll(async () => {
  ;({ index, leave } = await enterSnapshot('content'))
}, 120_000)

afterAll(() => leave())

const find = (q: string) => search(index, { q, topic: '', from: '', to: '', page: 1 }, now)
const firstThree = async (q: string) => (await find(q)).hits.map(({ article }) => article.slug).slice(0, 3)

/** What readers type, and the stories that must be among the first three. */
const queries: [string, ...string[]][] = [
  ['tariff', 'what-a-tariff-does'],
  ['tariffs', 'what-a-tariff-does'],
  ['tarif', 'what-a-tariff-does'],
  ['who pays a tariff?', 'what-a-tariff-does'],
  ['hamsters', 'hamsters-tap-air-portugal', 'rodents-and-aircraft-wiring'],
  ['hamster on a plane', 'hamsters-tap-air-portugal'],
  ['TAP Air Portugal', 'hamsters-tap-air-portugal'],
  ['rodent', 'rodents-and-aircraft-wiring'],
  ['chaebol', 'what-is-a-chaebol'],
  ['what is a chaebol', 'what-is-a-chaebol'],
  ['재벌', 'what-is-a-chaebol'],
  ['한글', '한글은-어떻게-만들어졌나'],
  ['세종', '한글은-어떻게-만들어졌나'],
  ['Sejong', '한글은-어떻게-만들어졌나'],
  ['hangul', '한글은-어떻게-만들어졌나'],
  ['Korean alphabet', '한글은-어떻게-만들어졌나'],
  ['kirby', 'north-korea-troops-russia'],
  ['John Kirby', 'north-korea-troops-russia'],
  ['Lloyd Austin', 'north-korea-troops-russia'],
  ['North Korean troops', 'north-korea-troops-russia'],
  ['north korea soldiers russia', 'north-korea-troops-russia'],
  ['UN sanctions', 'un-sanctions-committees'],
  ['U.N. Security Council', 'un-sanctions-committees'],
  ['security council', 'un-sanctions-committees'],
  ['DMZ', 'korean-demilitarized-zone'],
  ['hyunday', 'hyundai-jose-munoz-ceo'],
  ['demilitarized zone', 'korean-demilitarized-zone'],
  ['NATO', 'how-a-country-joins-nato'],
  ['joining NATO', 'how-a-country-joins-nato'],
  ['bitcoin', 'how-bitcoin-supply-works', 'microstrategy-stock-bitcoin'],
  ['bitcoins', 'how-bitcoin-supply-works', 'microstrategy-stock-bitcoin'],
  ['21 million', 'how-bitcoin-supply-works'],
  ['Satoshi Nakamoto', 'how-bitcoin-supply-works'],
  ['microstr', 'microstrategy-stock-bitcoin'],
  ['munoz', 'hyundai-jose-munoz-ceo'],
  ['José Muñoz', 'hyundai-jose-munoz-ceo'],
  ['Hyundai chief', 'hyundai-jose-munoz-ceo'],
  ['lutnick', 'howard-lutnick-commerce-secretary'],
  ['commerce secretary', 'howard-lutnick-commerce-secretary', 'what-the-commerce-secretary-does'],
  ['base rate', 'how-central-banks-set-a-base-rate'],
  ['interest rates', 'how-central-banks-set-a-base-rate'],
  ['central banking', 'how-central-banks-set-a-base-rate'],
  ['circuit breakers', 'circuit-breakers-halt-a-market'],
  ['self-driving', 'tesla-self-driving-rules'],
  ['self driving cars', 'tesla-self-driving-rules'],
  ['robotaxis', 'tesla-self-driving-rules'],
  ['Turing', 'how-large-language-models-are-trained'],
  ['language models', 'how-large-language-models-are-trained'],
  ['training of models', 'how-large-language-models-are-trained'],
  ['IMF growth', 'imf-south-korea-growth'],
  ['Article IV', 'imf-article-iv-consultation'],
  ['time zone', 'why-korea-has-one-time-zone'],
  ['correcting errors', 'how-newspapers-correct-errors'],
  ['silicon wafers', 'how-a-computer-chip-is-made'],
  ['romanization', 'how-korean-names-are-romanized'],
  ['"large language models"', 'how-large-language-models-are-trained'],
]

test.each(queries)('%s', async (q, ...expected) =>
  expect(await firstThree(q)).toEqual(expect.arrayContaining(expected)),
)

test.each([
  ['cheabol', 'chaebol'],
  ['bitcion', 'bitcoin'],
  ['tarrif', 'tariff'],
  ['demilitrized zone', 'demilitarized zone'],
  ['Jhon Kirby', 'john Kirby'],
  ['demilitarised', 'demilitarized'],
  ['what is a chaebbol', 'what is a chaebol'],
  ['MircoStrategy', 'microstrategy'],
])('%s is no word, but %s is', async (q, meant) => {
  const { total, help } = await find(q)
  expect(total).toBe(0)
  expect(help?.didYouMean).toBe(meant)
})

test.each([
  ['kirby', 'john-kirby'],
  ['John Kirby', 'john-kirby'],
  ['세종', 'sejong'],
  ['Dag Hammarskjold', 'dag-hammarskjold'],
])('%s names a person, whose page comes first', async (q, person) =>
  expect((await find(q)).people.map(({ slug }) => slug)).toEqual([person]),
)

test('a word that only occurs beside a name names nobody', async () =>
  expect((await find('the white house')).people).toEqual([]))

test('what was found is marked in headline and body, whatever its ending', async () => {
  const [hit] = (await find('tariffs')).hits
  const marked = (segments: { text: string; isMatch: boolean }[] = []) =>
    segments.filter(({ isMatch }) => isMatch).map(({ text }) => text)
  expect(marked(hit?.headline)).toEqual(['Tariff'])
  expect(marked(hit?.excerpt)).toContain('tariff')
  expect(hit?.headline.map(({ text }) => text).join('')).toBe(hit?.article.headline)
  expect(marked((await find('재벌')).hits[0]?.excerpt)).toEqual(['재벌'])
})
