import { isSecret } from '#lib/http/is-secret'
import { readEnvironment } from '#lib/runtime/env'
import { getClientLimits } from './client-limits'

/** Whether somebody may see a preview; with `wait`, after how many seconds to try again. */
type PreviewAccess = { kind: 'allowed' } | { kind: 'denied' } | { kind: 'too many'; wait: number }

/** Holds a secret against PREVIEW_SECRET in a time that tells nothing of it. Each try counts, right or wrong. */
export async function getPreviewAccess(secret: string, client: string, now: Date): Promise<PreviewAccess> {
  const wait = await getClientLimits().take('preview', client, now.getTime())
  if (wait > 0) return { kind: 'too many', wait }
  const { PREVIEW_SECRET } = readEnvironment()
  const isRight = PREVIEW_SECRET !== undefined && isSecret(secret, PREVIEW_SECRET)
  return { kind: isRight ? 'allowed' : 'denied' }
}
