import { buildStockSite } from './build-stock-site'

/** For tests, which import nothing of `lib`: builds the pages of the site in one folder with Next alone, into another. */
const [site = '', folder = ''] = process.argv.slice(2)
buildStockSite(site, folder, { hasGate: true })
