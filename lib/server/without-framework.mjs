/**
 * A page as Next renders it, without what only Next's runtime needs: its scripts, their preloads, the data its pages
 * are woken up with, and the marks React leaves between texts. A page's own scripts have an address outside `/_next/`
 * or a type (JSON-LD, speculation rules), and stay.
 * @param {string} html
 */
export const withoutFramework = (html) =>
  html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (script, attributes) => (isOurs(attributes) ? script : ''))
    .replace(/<link rel="(?:modulepreload|preload)"[^>]* href="\/_next\/static\/chunks\/[^"]*\.js"[^>]*>/g, '')
    .replace(/<div hidden=""><!--\$--><!--\/\$--><\/div>/g, '')
    .replace(/<!--(?: |\/?\$)-->/g, '')
    .replace(/<style data-precedence="next" data-href="[^"]*">/g, '<style>')

/** @param {string} attributes */
function isOurs(attributes) {
  const source = / src="([^"]*)"/.exec(attributes)?.[1]
  return source === undefined ? / type="/.test(attributes) : !source.startsWith('/_next/')
}
