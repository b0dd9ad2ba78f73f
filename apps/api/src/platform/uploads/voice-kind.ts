/** What a phone records: Opus in WebM, or AAC (or Opus) in MP4. */
export type VoiceKind = 'audio/webm' | 'audio/mp4'

/**
 * The kind of a recording, read from what it holds and not from what it says it is: one track, of sound, in
 * the parts that a recorder writes, up to the last byte. Anything else is no recording.
 */
export function voiceKind(bytes: Uint8Array): VoiceKind | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (isWebm(view)) return 'audio/webm'
    return isMp4(view) ? 'audio/mp4' : null
  } catch (error) {
    // A part that ends before its own length does.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A part of a file: what it is, and where its contents begin and end. */
interface Part {
  name: string
  from: number
  to: number
  /** Written while it was recorded: it ends where the file, or the next part of its level, begins. */
  isOpen: boolean
}

const EBML = '1a45dfa3'
const DOC_TYPE = '4282'
const SEGMENT = '18538067'
const TRACKS = '1654ae6b'
const TRACK = 'ae'
const TRACK_TYPE = '83'
const CODEC = '86'
const CLUSTER = '1f43b675'
const BLOCKS = new Set(['a3', 'a0'])
/** Index, facts, tracks, clusters, cues, tags and room left empty; no attachment and no chapter. */
const IN_SEGMENT = new Set(['114d9b74', '1549a966', TRACKS, CLUSTER, '1c53bb6b', '1254c367', 'ec'])
/** Time, position, length before, checksum, room left empty. */
const IN_CLUSTER = new Set(['e7', 'a7', 'ab', 'bf', 'ec', ...BLOCKS])

function isWebm(view: DataView): boolean {
  if (view.byteLength < 4 || view.getUint32(0) !== 0x1a45dfa3) return false
  const head = elementAt(view, 0)
  const types = elementsIn(view, head).filter(({ name }) => name === DOC_TYPE)
  if (
    head.name !== EBML ||
    types.length !== 1 ||
    !types.every((part) => text(view, part) === 'webm')
  )
    return false
  const segment = elementAt(view, head.to)
  if (segment.name !== SEGMENT || segment.to !== view.byteLength) return false
  let tracks = 0
  let blocks = 0
  for (let at = segment.from; at < segment.to; ) {
    const part = elementAt(view, at)
    at = part.to
    if (!IN_SEGMENT.has(part.name)) return false
    if (part.name === TRACKS) {
      tracks += 1
      if (!isOneVoiceTrack(view, part)) return false
    }
    if (part.name === CLUSTER) {
      const found = blocksIn(view, part)
      if (found === null) return false
      blocks += found.count
      at = found.to
    }
  }
  return tracks === 1 && blocks > 0
}

function isOneVoiceTrack(view: DataView, tracks: Part): boolean {
  const [track, ...others] = elementsIn(view, tracks)
  if (track?.name !== TRACK || others.some(({ name }) => name !== 'ec')) return false
  const facts = elementsIn(view, track)
  const kinds = facts.filter(({ name }) => name === TRACK_TYPE)
  const codecs = facts.filter(({ name }) => name === CODEC)
  return (
    kinds.length === 1 &&
    kinds.every((part) => part.to - part.from === 1 && view.getUint8(part.from) === 2) &&
    codecs.length === 1 &&
    codecs.every((part) => text(view, part) === 'A_OPUS')
  )
}

/** How many blocks of sound a cluster has, and where it ends; null when it holds something else. */
function blocksIn(view: DataView, cluster: Part): { count: number; to: number } | null {
  let count = 0
  let at = cluster.from
  while (at < cluster.to) {
    const part = elementAt(view, at)
    if (cluster.isOpen && IN_SEGMENT.has(part.name) && part.name !== 'ec') break
    if (!IN_CLUSTER.has(part.name) || part.isOpen) return null
    if (BLOCKS.has(part.name)) count += 1
    at = part.to
  }
  return { count, to: at }
}

/** The parts of a part, which they fill to its end. */
function elementsIn(view: DataView, parent: Part): Part[] {
  const parts: Part[] = []
  for (let at = parent.from; at < parent.to; ) {
    const part = elementAt(view, at)
    if (part.isOpen || part.to > parent.to) throw new RangeError('a part is longer than its own')
    parts.push(part)
    at = part.to
  }
  return parts
}

/** RFC 8794: a name and a length, each as long as its first bits say. */
function elementAt(view: DataView, at: number): Part {
  const nameLength = widthAt(view, at, 4)
  const sizeAt = at + nameLength
  const sizeLength = widthAt(view, sizeAt, 8)
  const from = sizeAt + sizeLength
  let size = view.getUint8(sizeAt) & (0xff >> sizeLength)
  let isOpen = size === 0xff >> sizeLength
  for (let n = 1; n < sizeLength; n += 1) {
    const byte = view.getUint8(sizeAt + n)
    isOpen &&= byte === 0xff
    size = size * 256 + byte
  }
  const to = isOpen ? view.byteLength : from + size
  if (to > view.byteLength) throw new RangeError('a part is longer than the file')
  let name = ''
  for (let n = at; n < sizeAt; n += 1) name += view.getUint8(n).toString(16).padStart(2, '0')
  return { name, from, to, isOpen }
}

function widthAt(view: DataView, at: number, most: number): number {
  const width = Math.clz32(view.getUint8(at)) - 23
  if (width > most) throw new RangeError('no such length')
  return width
}

/** Marks of the family that browsers write; a file may name several. */
const BRANDS = new Set([
  ...['isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'iso8', 'mp41', 'mp42', 'M4A '],
  // Chromium names codings of film in every file; what the one track holds is what decides.
  ...['dash', 'hlsf', 'cmfc', 'avc1', 'vp09', 'Opus'],
])
const IN_FILE = new Set('ftyp styp moov moof mdat sidx mfra free skip wide'.split(' '))

function isMp4(view: DataView): boolean {
  if (view.byteLength < 8 || nameAt(view, 4) !== 'ftyp') return false
  const boxes = boxesIn(view, { name: '', from: 0, to: view.byteLength, isOpen: false })
  const [type] = boxes
  const movies = boxes.filter(({ name }) => name === 'moov')
  const [movie] = movies
  if (type === undefined || movie === undefined || movies.length > 1) return false
  if (boxes.some(({ name }) => !IN_FILE.has(name)) || !isKnownType(view, type)) return false
  const isHeard = boxes.some(({ name, from, to }) => name === 'mdat' && to > from)
  const tracks = boxesIn(view, movie).filter(({ name }) => name === 'trak')
  return isHeard && tracks.length === 1 && tracks.every((track) => isSound(view, track))
}

function isKnownType(view: DataView, { from, to }: Part): boolean {
  if (to - from < 8 || !BRANDS.has(nameAt(view, from))) return false
  for (let at = from + 8; at < to; at += 4) if (!BRANDS.has(nameAt(view, at))) return false
  return true
}

/** The handler says sound, and the one way in which it is coded is a way of sound. */
function isSound(view: DataView, track: Part): boolean {
  const media = only(view, track, 'mdia')
  const handler = media && only(view, media, 'hdlr')
  const info = media && only(view, media, 'minf')
  const table = info && only(view, info, 'stbl')
  const coding = table && only(view, table, 'stsd')
  if (!handler || !coding) return false
  return (
    nameAt(view, handler.from + 8) === 'soun' &&
    view.getUint32(coding.from + 4) === 1 &&
    ['mp4a', 'Opus'].includes(nameAt(view, coding.from + 12))
  )
}

function only(view: DataView, parent: Part, name: string): Part | null {
  const found = boxesIn(view, parent).filter((part) => part.name === name)
  return found.length === 1 ? (found[0] ?? null) : null
}

/** ISO/IEC 14496-12, 4.2: a length, then a name of four letters. */
function boxesIn(view: DataView, parent: Part): Part[] {
  const parts: Part[] = []
  for (let at = parent.from; at < parent.to; ) {
    const short = view.getUint32(at)
    const name = nameAt(view, at + 4)
    const isLong = short === 1
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short
    const from = at + (isLong ? 16 : 8)
    // A length of zero means "to the end of the file": a recording that was broken off.
    const to = at + size
    if (to < from || to > parent.to) throw new RangeError('a box is longer than its own')
    parts.push({ name, from, to, isOpen: false })
    at = to
  }
  return parts
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(at + n)))
}

function text(view: DataView, { from, to }: Part): string {
  return Buffer.from(view.buffer, view.byteOffset + from, to - from)
    .toString('latin1')
    .replace(/\0+$/, '')
}
