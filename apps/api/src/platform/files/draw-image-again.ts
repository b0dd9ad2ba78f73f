import sharp from 'sharp'

const LONGEST_SIDE = 2_000
/** A picture of 50 kB may unfold to gigapixels; 40 million is more than any phone takes. */
const MOST_PIXELS = 40_000_000

// Two cores serve everybody: one picture at a time per thread, and nothing kept in memory.
sharp.concurrency(1)
sharp.cache(false)

/** The picture drawn anew, upright, at most 2 000 px, without any metadata; null when it cannot be read. */
export async function drawImageAgain(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    const drawn = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({
        width: LONGEST_SIDE,
        height: LONGEST_SIDE,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80, mozjpeg: true })
      .toBuffer()
    return new Uint8Array(drawn)
  } catch {
    return null
  }
}
