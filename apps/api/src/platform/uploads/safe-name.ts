/** A name that is only a label: no path, no invisible or reversing marks, one extension, ours. */
export function safeName(fileName: string, extension: 'jpg' | 'pdf'): string {
  const base = fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} _()-]/gu, '')
    .trim()
    .slice(0, 80)
  return `${base === '' ? 'document' : base}.${extension}`
}
