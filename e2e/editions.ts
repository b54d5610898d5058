/** The running sites: the publication, and test editions whose stories are fixed. Machines stand in far-off zones. */
export const editions = {
  publication: { url: 'http://localhost:3210', zone: 'America/Los_Angeles' },
  life: { url: 'http://localhost:3211', zone: 'Pacific/Kiritimati' },
  hangul: { url: 'http://localhost:3212', zone: 'Pacific/Kiritimati' },
  generated: { url: 'http://localhost:3219', zone: 'Pacific/Kiritimati' },
  empty: { url: 'http://localhost:3213', zone: 'Pacific/Kiritimati' },
}

/** nginx in front of the edition "life", as `deploy/nginx.conf` says. */
export const nginx = { url: 'http://localhost:3215', site: new URL(editions.life.url).host }
