import { crc32 } from 'node:zlib'
import sharp from 'sharp'

const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0'
const KEYWORD = 'openbadgecredential'
/** Signature of a PNG (8 bytes), then its first chunk, always 25 bytes long. */
const AFTER_HEADER = 33

/** The picture with the signed badge inside (Open Badges 3.0, 5.3.2.1). */
export function bakeSvg(svg: string, jws: string): string {
  const opening = /^<svg [^>]*>/.exec(svg)?.[0]
  if (opening === undefined) throw new Error('a badge is an SVG')
  const named = opening.replace('<svg ', `<svg xmlns:openbadges="${NAMESPACE}" `)
  const credential = `<openbadges:credential verify="${jws}"></openbadges:credential>`
  return `${named}\n${credential}${svg.slice(opening.length)}`
}

/** The same in pixels: an uncompressed iTXt chunk after the header (5.3.1.1). */
export async function bakePng(svg: string, jws: string): Promise<Uint8Array> {
  const png = await sharp(Buffer.from(svg)).png().toBuffer()
  // Keyword, no compression and its method, no language, no translated keyword: each text ends with a zero.
  const data = Buffer.from(`iTXt${KEYWORD}\0\0\0\0\0${jws}`, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length - 4)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(data))
  return Buffer.concat([
    png.subarray(0, AFTER_HEADER),
    length,
    data,
    checksum,
    png.subarray(AFTER_HEADER),
  ])
}
