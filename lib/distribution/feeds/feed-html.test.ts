import type { ElementContent } from 'hast'
import { expect, test } from 'vitest'
import { element } from './element'
import { toFeedHtml } from './feed-html'

const toHtml = (...children: ElementContent[]) => toFeedHtml(children, 'http://localhost:3000/articles/story')

test('a quotation is a figure that names the speaker and the title', () => {
  const speaker = { by: 'sam', name: 'Sam', role: 'Speaker, The House', nativeName: '샘', nativeLang: 'ko' }
  const quote = element(
    'BlockQuote',
    { id: 'sam-1', lang: 'ko', source: 'https://a.example/?a&b', to: 'us', ...speaker },
    [element('p', {}, ['말'])],
  )
  expect(toHtml(quote)).toBe(
    '<figure id="sam-1"><blockquote lang="ko" cite="https://a.example/?a&#x26;b"><p>말</p></blockquote><figcaption>' +
      '<a href="http://localhost:3000/people/sam">Sam</a> (<span lang="ko">샘</span>), Speaker, The House, to us ' +
      '<a href="https://a.example/?a&#x26;b">Source</a></figcaption></figure>',
  )
  expect(toHtml(element('InlineQuote', { id: 'sam-2', by: 'sam' }, ['so']))).toBe('<q id="sam-2">so</q>')
})

test('pull quotes, key points and pictures are plain HTML, wherever they stand', () => {
  const photo = { src: 'photos/서울.png', alt: 'A "b"', credit: 'C', caption: 'D.', width: 3, height: 2 }
  expect(toHtml(element('PullQuote', { by: 'sam', name: 'Sam' }, [element('p', {}, ['So.'])]))).toBe(
    '<aside><p>So.</p><p>Sam</p></aside>',
  )
  expect(toHtml(element('KeyPoints', {}, [element('ul', {}, [element('Photo', photo, [])])]))).toBe(
    '<aside><p><strong>Key points</strong></p><ul><figure><img src="http://localhost:3000/photos/%EC%84%9C%EC%9A%B8.png?w=1200" ' +
      'alt="A &#x22;b&#x22;" width="3" height="2"><figcaption>D. C</figcaption></figure></ul></aside>',
  )
})

test('addresses are absolute, notes too, and nothing of the page’s looks is left', () => {
  const note = element('a', { href: '#fn-1', id: 'fnref-1', dataFootnoteRef: true, ariaDescribedBy: ['x'] }, ['1'])
  expect(toHtml(element('sup', { className: ['a'], style: 'b' }, [note]))).toBe(
    '<sup><a href="http://localhost:3000/articles/story#fn-1" id="fnref-1">1</a></sup>',
  )
  expect(toHtml(element('a', { href: '/topics/한' }, ['T']), element('th', { align: 'right' }, ['1']))).toBe(
    '<a href="http://localhost:3000/topics/%ED%95%9C">T</a><th align="right">1</th>',
  )
})
