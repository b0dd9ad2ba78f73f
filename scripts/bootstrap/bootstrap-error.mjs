/** One clear sentence for the person at the terminal; anything else is a fault of ours. */
export class BootstrapError extends Error {}

/** Reasons that a file system or a network gives, in plain words. */
export function plainReason(text) {
  if (/ENOSPC|No space left/.test(text)) return 'the disk is full'
  if (/EACCES|EPERM|EROFS/.test(text)) return 'this folder may not be written'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET/.test(text)) {
    return 'the npm registry cannot be reached: check the network'
  }
  if (/E404|ETARGET|EBADPLATFORM/.test(text)) return 'this system has no matching package'
  if (/EUSAGE.*in sync/s.test(text)) return 'package-lock.json does not match package.json'
  const line = text.match(/npm (?:error|ERR!) (?!code)(.*)/)?.[1]
  return line ?? 'the reason is above'
}
