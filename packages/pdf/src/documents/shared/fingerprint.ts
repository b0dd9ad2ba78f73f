/** A SHA-256 in hexadecimal, in four groups that an eye can compare and a line can hold. */
export function fingerprintText(sha256: string): string {
  return sha256.match(/.{1,16}/g)?.join(' ') ?? ''
}
