/** Headlines that break code which does not escape, measure or reverse text correctly. */
const headlines = [
  `"Straight", 'single', “curly” and \`back\` quotes`,
  'Growth & jobs: 3 < 5 > 2 &amp; more',
  '</script><script>alert("x")</script>',
  '<!-- ]]> <b>bold</b> $& $1 {0} %2F %s',
  'Rain 🌧️ in Seoul, 👩‍👩‍👧 stay at home',
  '한글은 어떻게 만들어졌나: 北韓과 서울의 봄',
  'محادثات السلام تستأنف في جنيف',
  'שיחות השלום מתחדשות and English between',
  'Erdoğan, Wałęsa, Dvořák and Ångström: the marks of names',
  'A headline that goes on for as long as a headline may before it is sent back to the desk with a note that says shorter',
]

/** Every tenth story has a hostile headline. */
export const isHostile = (number: number) => number % 10 === 0

/** A story's headline, unique and at most 120 characters long. A hostile headline replaces the given one. */
export function toHeadline(words: string, number: number): string {
  const end = ` (${number})`
  const text = isHostile(number) ? (headlines[(number / 10) % headlines.length] ?? '') : words
  return text.slice(0, 120 - end.length) + end
}

/** The same characters in running text. */
export const hostileParagraph = `A line of signs: &lt;/script&gt; ]]> & "quotes" 'single' 🌧️ 서울 北韓 سلام שלום \\{0} %s.`
