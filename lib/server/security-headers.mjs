/**
 * What every response says about what a page may do: load from its own origin alone, run no script that stands in the
 * page, be framed by nobody. Styles stand in the page. Live reload needs more.
 * @param {boolean} isDevelopment
 * @returns {Record<string, string>}
 */
export function securityHeaders(isDevelopment = false) {
  const policy = {
    'default-src': "'none'",
    'script-src': `'self' ${isDevelopment ? "'unsafe-inline' 'unsafe-eval'" : "'inline-speculation-rules'"}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'connect-src': isDevelopment ? "'self' ws:" : "'self'",
    'font-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  }
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map((directive) => directive.join(' '))
      .join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Browsers ignore it without TLS.
    'Strict-Transport-Security': 'max-age=31536000',
  }
}
