/** What a name may weigh: folders and archives take 255 bytes, and an archive writes a number before it. */
const MOST_BYTES = 200
/** More than a list can show. */
const MOST_LETTERS = 80

/** Names that Windows keeps for its devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])$/i

/** A name that is only a label: no path, no invisible or reversing marks, one extension, ours. */
export function safeName(fileName: string, extension: 'jpg' | 'pdf'): string {
  const base = fileName.replace(/^.*[/\\]/s, '').replace(/\.[^.]*$/, '')
  return `${safeLabel(base)}.${extension}`
}

/**
 * Words that every system takes as the name of a file. Letters are composed before signs are taken off, and
 * keep the marks that no single letter carries: a Mac sends an accent apart from its letter.
 */
export function safeLabel(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N} _()'’-]/gu, '')
    .trim()
  const label = cut(plain).trim()
  if (label === '') return 'document'
  return DEVICE.test(label) ? `_${label}` : label
}

/** As many whole letters as may stand in a name: half of one is no letter at all. */
function cut(text: string): string {
  let kept = ''
  for (const { segment } of new Intl.Segmenter('fr').segment(text)) {
    const longer = kept + segment
    if (Buffer.byteLength(longer) > MOST_BYTES || [...longer].length > MOST_LETTERS) break
    kept = longer
  }
  return kept
}
