import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A ZIP that is written while it grows; what is ready is taken away in pieces. */
export interface Archive {
  addText(path: string, text: string): void
  /** Pictures and PDFs are packed already: they are stored as they are. */
  addFile(path: string, bytes: Uint8Array): void
  end(): void
  /** Bytes that are ready and were not taken. */
  waiting(): number
  take(): Buffer
}

export function createArchive(): Archive {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  return {
    addText(path, text) {
      const entry = new ZipDeflate(path, { level: 6 })
      zip.add(entry)
      entry.push(strToU8(text), true)
    },
    addFile(path, bytes) {
      const entry = new ZipPassThrough(path)
      zip.add(entry)
      entry.push(bytes, true)
    },
    end: () => zip.end(),
    waiting: () => ready.reduce((sum, chunk) => sum + chunk.length, 0),
    take() {
      const bytes = Buffer.concat(ready)
      ready = []
      return bytes
    },
  }
}
