import type { ProblemCode } from '@terreau/protocol/problems'
import sharp from 'sharp'

/** A picture of 50 kB may unfold to gigapixels; 40 million is more than any phone takes. */
export const MOST_PIXELS = 40_000_000
const LONGEST_SIDE = 2_000
/** A page may wait its turn for a short time; beyond, the sender tries again. */
const MOST_WAITING = 20

// Two cores serve everybody: one picture at a time, and nothing kept in memory.
sharp.concurrency(1)
sharp.cache(false)

type Drawn = { bytes: Uint8Array } | { refusal: ProblemCode }

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/**
 * The picture drawn anew, upright, at most 2 000 px, without any metadata or tail. Pictures are drawn one
 * after the other, so that a crowd of large ones takes the memory of one.
 */
export function drawImageAgain(bytes: Uint8Array): Promise<Drawn> {
  if (waiting >= MOST_WAITING) return Promise.resolve({ refusal: 'unavailable' })
  waiting += 1
  const drawing = last.then(() => draw(bytes)).finally(() => (waiting -= 1))
  last = drawing
  return drawing
}

async function draw(bytes: Uint8Array): Promise<Drawn> {
  try {
    const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const
    const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS) return { refusal: 'file-too-many-pixels' }
    const drawn = await sharp(bytes, options)
      .rotate()
      .resize({
        width: LONGEST_SIDE,
        height: LONGEST_SIDE,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 80, mozjpeg: true })
      .toBuffer()
    return { bytes: new Uint8Array(drawn) }
  } catch {
    return { refusal: 'file-unreadable' }
  }
}
