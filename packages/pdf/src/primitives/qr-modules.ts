import { type BitMatrix, create } from 'qrcode'

/** Squares of a QR code, row after row: 1 is dark. */
export type QrModules = { readonly size: number; readonly cells: Uint8Array }

/** How much of a code may be lost: about 7 % (L) or 15 % (M). */
type Redundancy = 'L' | 'M'

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => ((row >> 1) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row * column) % 3) + ((row + column) % 2)) % 2 === 0,
]

/**
 * The QR code of some bytes (ISO/IEC 18004) under the mask that the norm asks for: of the eight, the one with
 * the fewest shapes that disturb a reader. `qrcode` computes the same squares and looks for the mask six times
 * as long, which was the dearest part of a page; its own search stands in the test beside this one.
 */
export function qrModules(bytes: Uint8Array, redundancy: Redundancy): QrModules {
  const matrix = underFirstMask(bytes, redundancy)
  const { size } = matrix
  const known = masksFor(matrix)
  const bare = xor(matrix.data, known[0])
  let best = { penalty: Number.POSITIVE_INFINITY, cells: bare }
  for (const [index, mask] of known.entries()) {
    const cells = xor(bare, mask)
    writeFormat(cells, size, formatBits(redundancy, index))
    const penalty = penaltyOf(cells, size)
    if (penalty < best.penalty) best = { penalty, cells }
  }
  return { size, cells: best.cells }
}

function xor(cells: Uint8Array, mask: Uint8Array | undefined): Uint8Array {
  const made = new Uint8Array(cells.length)
  if (mask === undefined) return made
  for (let at = 0; at < made.length; at += 1) made[at] = (cells[at] ?? 0) ^ (mask[at] ?? 0)
  return made
}

const sizes = new Map<string, number>()

/** Squares along a side of the code of so many bytes, margins left out. */
export function qrSize(bytes: Uint8Array, redundancy: Redundancy): number {
  const key = `${redundancy}${bytes.length}`
  const size = sizes.get(key) ?? underFirstMask(bytes, redundancy).size
  sizes.set(key, size)
  return size
}

function underFirstMask(bytes: Uint8Array, redundancy: Redundancy): BitMatrix {
  const segments = [{ data: bytes, mode: 'byte' as const }]
  return create(segments, { errorCorrectionLevel: redundancy, maskPattern: 0 }).modules
}

const masks = new Map<number, readonly Uint8Array[]>()

/**
 * The masks of a size, empty where the norm puts shapes of its own: computed once, certificates have a few
 * sizes only.
 */
function masksFor({ size, reservedBit }: BitMatrix): readonly Uint8Array[] {
  const known = masks.get(size)
  if (known !== undefined) return known
  const made = MASKS.map((mask) => {
    const cells = new Uint8Array(size * size)
    for (let at = 0; at < cells.length; at += 1) {
      if (!reservedBit[at] && mask(Math.floor(at / size), at % size)) cells[at] = 1
    }
    return cells
  })
  masks.set(size, made)
  return made
}

/** Redundancy and mask, with their own check bits (BCH 15, 5) and the pattern laid over them. */
function formatBits(redundancy: Redundancy, mask: number): number {
  const GENERATOR = 0x537
  const OVERLAY = 0x5412
  const said = ((redundancy === 'L' ? 1 : 0) << 3) | mask
  let rest = said << 10
  for (let bit = 14; bit >= 10; bit -= 1) {
    if (rest & (1 << bit)) rest ^= GENERATOR << (bit - 10)
  }
  return ((said << 10) | rest) ^ OVERLAY
}

/** Writes those bits twice: around the first corner, and shared between the two others. */
function writeFormat(cells: Uint8Array, size: number, bits: number): void {
  for (let bit = 0; bit < 15; bit += 1) {
    const dark = (bits >> bit) & 1
    const row = bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit
    const column = bit < 8 ? size - 1 - bit : bit < 9 ? 15 - bit : 14 - bit
    cells[row * size + 8] = dark
    cells[8 * size + column] = dark
  }
  cells[(size - 8) * size + 8] = 1
}

/** What the norm counts against a mask: long runs, blocks, shapes like a corner, too much of one colour. */
function penaltyOf(cells: Uint8Array, size: number): number {
  let dark = 0
  for (let at = 0; at < cells.length; at += 1) dark += cells[at] ?? 0
  const tilt = Math.abs(Math.ceil((dark * 20) / cells.length) - 10)
  return (
    10 * tilt +
    linesPenalty(cells, size, false) +
    linesPenalty(cells, size, true) +
    blocks(cells, size)
  )
}

const WINDOW = 11
/** What the last eleven squares of a line add, the newest in the lowest bit. */
const POINTS = Uint8Array.from({ length: 1 << WINDOW }, (_, seen) => pointsOf(seen))

/** Three for a run of five, one more for each square that prolongs it; forty for the rhythm of a corner. */
function pointsOf(seen: number): number {
  const isLikeCorner = seen === 0x5d0 || seen === 0x05d
  return runPoints(seen) + (isLikeCorner ? 40 : 0)
}

function runPoints(seen: number): number {
  const lastFive = seen & 0x1f
  if (lastFive !== 0 && lastFive !== 0x1f) return 0
  const isLonger = ((seen >> 5) & 1) === (seen & 1)
  return isLonger ? 1 : 3
}

/** Runs of five or more of one colour, and the dark-light rhythm of a corner with light beside it. */
function linesPenalty(cells: Uint8Array, size: number, isDown: boolean): number {
  const [step, next] = isDown ? [size, 1] : [1, size]
  let points = 0
  for (let line = 0; line < size; line += 1) {
    let at = line * next
    // Before the first square the other colour is supposed: it prolongs no run.
    let seen = cells[at] ? 0 : (1 << WINDOW) - 1
    for (let place = 0; place < size; place += 1, at += step) {
      seen = ((seen << 1) & ((1 << WINDOW) - 1)) | (cells[at] ?? 0)
      points += place < WINDOW - 1 ? runPoints(seen) : (POINTS[seen] ?? 0)
    }
  }
  return points
}

/** Blocks of two by two of one colour. */
function blocks(cells: Uint8Array, size: number): number {
  let found = 0
  for (let row = 0; row < size - 1; row += 1) {
    let at = row * size
    // The last two columns of this row and the next, a bit for each square.
    let seen = ((cells[at] ?? 0) << 1) | (cells[at + size] ?? 0)
    for (let column = 1; column < size; column += 1) {
      at += 1
      seen = ((seen << 2) & 0xf) | ((cells[at] ?? 0) << 1) | (cells[at + size] ?? 0)
      if (seen === 0 || seen === 0xf) found += 1
    }
  }
  return 3 * found
}
