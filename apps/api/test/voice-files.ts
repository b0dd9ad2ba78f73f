/** Recordings as browsers write them, and parts of them to build hostile ones. */

const bytesOf = (text: string) => [...Buffer.from(text, 'latin1')]
/** Written while it is recorded: the length is not known. */
const OPEN = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]

export function element(name: readonly number[], contents: readonly number[]): number[] {
  return [...name, 0x40 | (contents.length >> 8), contents.length & 0xff, ...contents]
}

interface Webm {
  docType?: string
  kind?: number
  codec?: string
  /** Further parts of the segment. */
  more?: readonly number[]
  tracks?: number
}

/** What Chromium and Firefox write: one track of Opus, in clusters of unknown length. */
export function webmVoice(options: Webm = {}): Uint8Array<ArrayBuffer> {
  const { docType = 'webm', kind = 2, codec = 'A_OPUS', more = [], tracks = 1 } = options
  const head = element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], bytesOf(docType)))
  const track = element(
    [0xae],
    [...element([0xd7], [1]), ...element([0x83], [kind]), ...element([0x86], bytesOf(codec))],
  )
  const all = Array.from({ length: tracks }, () => track).flat()
  const block = element([0xa3], [0x81, 0, 0, 0x80, 1, 2, 3, 4])
  const cluster = [0x1f, 0x43, 0xb6, 0x75, ...OPEN, ...element([0xe7], [0]), ...block, ...block]
  const segment = [0x18, 0x53, 0x80, 0x67, ...OPEN]
  return Uint8Array.from([
    ...head,
    ...segment,
    ...element([0x16, 0x54, 0xae, 0x6b], all),
    ...cluster,
    ...more,
    ...cluster,
  ])
}

export function box(name: string, contents: readonly number[]): number[] {
  const size = contents.length + 8
  return [0, 0, size >> 8, size & 0xff, ...bytesOf(name), ...contents]
}

interface Mp4 {
  brand?: string
  handlers?: readonly string[]
  coding?: string
  more?: readonly number[]
}

/** What Safari writes: one track of AAC, its sound in pieces. */
export function mp4Voice(options: Mp4 = {}): Uint8Array<ArrayBuffer> {
  const { brand = 'iso5', handlers = ['soun'], coding = 'mp4a', more = [] } = options
  const zeros = [0, 0, 0, 0]
  const tracks = handlers.flatMap((handler) =>
    box(
      'trak',
      box('mdia', [
        ...box('hdlr', [...zeros, ...zeros, ...bytesOf(handler), ...zeros]),
        ...box('minf', box('stbl', box('stsd', [...zeros, 0, 0, 0, 1, ...box(coding, zeros)]))),
      ]),
    ),
  )
  return Uint8Array.from([
    ...box('ftyp', [...bytesOf(brand), ...zeros, ...bytesOf('isom'), ...bytesOf('hlsf')]),
    ...box('moov', tracks),
    ...more,
    ...box('moof', zeros),
    ...box('mdat', [1, 2, 3, 4]),
  ])
}
