/** Small enough to leave on a weak network, large enough to read a till receipt. */
const MOST_BYTES = 300 * 1024
const LONGEST_SIDE = 1_600
const QUALITIES = [0.8, 0.65, 0.5, 0.35] as const
/** Mean brightness (0 to 255) under which nothing can be read. */
const TOO_DARK = 40

export interface ReadyPhoto {
  blob: Blob
  fileName: string
  isDark: boolean
}

/**
 * Draws a photo again, smaller and without the place where it was taken. What the browser cannot draw
 * (a PDF, a format it does not know) goes as it is; the server reads it.
 */
export async function shrinkPhoto(file: File): Promise<ReadyPhoto> {
  const asItIs = { blob: file, fileName: file.name, isDark: false }
  if (!file.type.startsWith('image/')) return asItIs
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return asItIs
  const canvas = draw(bitmap, LONGEST_SIDE)
  const isDark = brightness(draw(bitmap, 32)) < TOO_DARK
  bitmap.close()
  for (const quality of QUALITIES) {
    const blob = await toJpeg(canvas, quality)
    const isLast = quality === QUALITIES.at(-1)
    if (blob !== null && (blob.size <= MOST_BYTES || isLast)) {
      return { blob, fileName: file.name, isDark }
    }
  }
  return asItIs
}

function draw(bitmap: ImageBitmap, longestSide: number): HTMLCanvasElement {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) return canvas
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

function brightness(canvas: HTMLCanvasElement): number {
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
  if (pixels === undefined || pixels.length === 0) return 255
  let sum = 0
  for (let at = 0; at < pixels.length; at += 4) {
    sum += ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3
  }
  return sum / (pixels.length / 4)
}

function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))
}
