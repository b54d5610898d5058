import { expect, test } from 'vitest'
import { toPictureResponse } from './picture-response'

const ask = (headers: Record<string, string>, picture = 'a picture') =>
  toPictureResponse(
    new Request('http://localhost:3000/photos/a.png', { headers }),
    { name: picture, bytes: Buffer.from(picture) },
    'image/avif',
  )

const tag = ask({}).headers.get('ETag') ?? ''

test('a picture comes with a tag that changes with it', async () => {
  const response = ask({})
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('a picture')
  expect(tag).toMatch(/^"[\w-]{27}"$/)
  expect(ask({}, 'another').headers.get('ETag')).not.toBe(tag)
})

test('a picture of one name is hashed once, and not for each answer', () => {
  const answers = ['one', 'two'].map((text) =>
    toPictureResponse(
      new Request('http://localhost:3000/'),
      { name: 'a-640.avif', bytes: Buffer.from(text) },
      'image/avif',
    ),
  )
  const [one, two] = answers.map(({ headers }) => headers.get('ETag'))
  expect(one).toBe(two)
})

test('who has the picture does not get it again, but all that is said of it', async () => {
  const response = ask({ 'If-None-Match': `"x", W/${tag}` })
  expect(response.status).toBe(304)
  expect(await response.text()).toBe('')
  expect(Object.fromEntries(response.headers)).toEqual(Object.fromEntries(ask({}).headers))
})

test('who has another picture gets this one', () => expect(ask({ 'If-None-Match': '"x"' }).status).toBe(200))
