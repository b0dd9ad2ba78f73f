import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A photo as a phone takes it: with the place where it was taken and who took it. */
export async function photoWithPlace(width = 3_000, height = 1_500): Promise<Uint8Array> {
  const image = sharp({
    create: { width, height, channels: 3, background: { r: 240, g: 230, b: 210 } },
  })
  const withPlace = image.withExif({
    IFD0: { Artist: 'Awa', Make: 'Tecno' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 0/1' },
  })
  return new Uint8Array(await withPlace.jpeg().toBuffer())
}

/** A PNG of a few bytes that announces 60 000 x 60 000 pixels. */
export function pngBomb(): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(60_000, 0)
  header.writeUInt32BE(60_000, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    return Buffer.concat([head, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = chunk('IDAT', deflateSync(Buffer.alloc(1_000)))
  return Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))])
}

interface HostilePdf {
  catalogue?: string
  objectStream?: string
  /** The object stream does not unpack. */
  isBroken?: boolean
  /** Raw bytes between the objects and the trailer. */
  after?: string
}

/** A PDF of one page; `catalogue` and `stream` are where hostile ones hide what they do. */
export function pdf(options: HostilePdf = {}): Uint8Array {
  const objects = [
    `1 0 obj <</Type /Catalog /Pages 2 0 R ${options.catalogue ?? ''}>> endobj`,
    '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj',
    '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>> endobj',
  ]
  const parts: Buffer[] = [Buffer.from(`%PDF-1.5\n${objects.join('\n')}\n`, 'latin1')]
  if (options.objectStream !== undefined) {
    const raw = Buffer.from(options.objectStream, 'latin1')
    const packed = options.isBroken === true ? raw : deflateSync(raw)
    const head = `4 0 obj <</Type /ObjStm /Filter /FlateDecode /Length ${packed.length}>> stream\n`
    parts.push(Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream endobj\n', 'latin1'))
  }
  if (options.after !== undefined) parts.push(Buffer.from(`${options.after}\n`, 'latin1'))
  parts.push(Buffer.from('trailer <</Root 1 0 R>>\n%%EOF\n', 'latin1'))
  return Buffer.concat(parts)
}

export const svg = (): Uint8Array =>
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
