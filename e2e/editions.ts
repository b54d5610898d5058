/**
 * The running sites: the publication, and test editions with fixed stories. Their servers run in distant time zones.
 */
export const editions = {
  publication: { url: 'http://localhost:3210', zone: 'America/Los_Angeles' },
  life: { url: 'http://localhost:3211', zone: 'Pacific/Kiritimati' },
  hangul: { url: 'http://localhost:3212', zone: 'Pacific/Kiritimati' },
  generated: { url: 'http://localhost:3219', zone: 'Pacific/Kiritimati' },
  empty: { url: 'http://localhost:3213', zone: 'Pacific/Kiritimati' },
}

/** nginx in front of the edition "life", with `deploy/nginx.conf`. */
export const nginx = { url: 'http://localhost:3215', site: new URL(editions.life.url).host }
