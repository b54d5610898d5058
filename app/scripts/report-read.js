// Reports once per page view, to this site only, that a story was open and visible for five seconds.
const story = document.currentScript.dataset.story
const { doNotTrack, globalPrivacyControl, webdriver } = navigator
let left = 5000
let since = 0
let timer

function report() {
  removeEventListener('visibilitychange', watch)
  fetch('/api/reads', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ slug: story }),
    keepalive: true,
  }).catch(() => {})
}

function watch() {
  clearTimeout(timer)
  if (since) left -= performance.now() - since
  since = document.visibilityState === 'visible' ? performance.now() : 0
  if (since) timer = setTimeout(report, left)
}

function begin() {
  addEventListener('visibilitychange', watch)
  watch()
}

if (doNotTrack !== '1' && !globalPrivacyControl && !webdriver) {
  if (document.prerendering) document.addEventListener('prerenderingchange', begin, { once: true })
  else begin()
}
