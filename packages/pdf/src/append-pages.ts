import { createHash } from 'node:crypto'
import { assert } from '@terreau/domain/assert'

/**
 * Adds the pages of one printed document behind another, as an incremental update: the result begins with
 * the very bytes of `first`, so its fingerprint can still be computed. Tags of both are kept in reading
 * order. Both must come from `renderPdf`; anything else fails an assertion rather than lose a page.
 */
export function appendPages(first: Uint8Array, second: Uint8Array): Uint8Array {
  const base = readPdf(first)
  const added = readPdf(second)
  const rename = renaming(base, added)
  const objects = new Map<number, string>()
  for (const [number, text] of added.objects) {
    const target = rename.get(number)
    if (target === undefined) continue
    const moved = shifted(text, rename, base.nextParentKey)
    objects.set(target, number === added.document ? asPart(moved, base.document) : moved)
  }
  objects.set(base.pages, joinPages(base, added, rename))
  objects.set(base.structure, joinParents(base, added, rename))
  objects.set(base.document, withPart(base, rename.get(added.document) ?? 0))
  return written(base, objects)
}

/** Fails an assertion unless pages can be appended to this document. */
export function assertPrintedHere(pdf: Uint8Array): void {
  readPdf(pdf)
}

type PrintedPdf = {
  /** One character a byte. */
  readonly text: string
  readonly objects: ReadonlyMap<number, string>
  readonly size: number
  readonly root: number
  readonly info: number
  readonly id: string
  readonly xrefAt: number
  readonly pages: number
  readonly structure: number
  /** The one element that holds all others. */
  readonly document: number
  readonly nextParentKey: number
}

function readPdf(bytes: Uint8Array): PrintedPdf {
  const text = Buffer.from(bytes).toString('latin1')
  const xrefAt = Number(matched(text.slice(-64), /startxref\n(\d+)\n%%EOF\n?$/))
  const tail = text.slice(xrefAt)
  assert(tail.startsWith('xref\n0 '), 'a printed document has one table of its objects')
  const trailer = tail.slice(tail.indexOf('trailer'))
  const size = Number(matched(trailer, /\/Size (\d+)/))
  const objects = readObjects(text, { tail, size, xrefAt })
  const root = Number(matched(trailer, /\/Root (\d+) 0 R/))
  const catalog = objects.get(root) ?? ''
  const structure = Number(matched(catalog, /\/StructTreeRoot (\d+) 0 R/))
  const tree = objects.get(structure) ?? ''
  return {
    text,
    objects,
    size,
    root,
    info: Number(matched(trailer, /\/Info (\d+) 0 R/)),
    id: matched(trailer, /\/ID \[<([0-9a-f]+)>/),
    xrefAt,
    pages: Number(matched(catalog, /\/Pages (\d+) 0 R/)),
    structure,
    document: Number(matched(tree, /\/K \[(\d+) 0 R\]/)),
    nextParentKey: Number(matched(tree, /\/ParentTreeNextKey (\d+)/)),
  }
}

function readObjects(
  text: string,
  { tail, size, xrefAt }: { tail: string; size: number; xrefAt: number },
): Map<number, string> {
  const lines = tail.split('\n').slice(2, 2 + size)
  const places = lines.flatMap((line, number) =>
    line.endsWith('n ') || line.endsWith('n') ? [{ number, at: Number(line.slice(0, 10)) }] : [],
  )
  const byPlace = places.toSorted((left, right) => left.at - right.at)
  return new Map(
    byPlace.map(({ number, at }, index) => {
      const object = text.slice(at, byPlace[index + 1]?.at ?? xrefAt)
      assert(object.startsWith(`${number} 0 obj`), 'each object stands where the table says')
      return [number, object.slice(object.indexOf('obj') + 3, object.lastIndexOf('endobj')).trim()]
    }),
  )
}

/** New numbers for the objects of the second document; its roots become those of the first. */
function renaming(base: PrintedPdf, added: PrintedPdf): Map<number, number> {
  const catalog = added.objects.get(added.root) ?? ''
  const dropped = new Set([
    added.root,
    added.info,
    Number(matched(catalog, /\/Metadata (\d+) 0 R/)),
    Number(matched(catalog, /\/OutputIntents \[(\d+) 0 R\]/)),
  ])
  const names = new Map<number, number>([
    [added.pages, base.pages],
    [added.structure, base.structure],
  ])
  let next = base.size
  for (const number of added.objects.keys()) {
    if (dropped.has(number) || names.has(number)) continue
    names.set(number, next)
    next += 1
  }
  return names
}

/** Strings and names stay; references get their new numbers. What follows `stream` is data. */
const PART = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|(\d+) 0 R\b|\/StructParents (\d+)/g

function shifted(object: string, rename: ReadonlyMap<number, number>, parentKeys: number): string {
  const dataAt = object.search(/\nstream\r?\n/)
  const head = dataAt === -1 ? object : object.slice(0, dataAt)
  const moved = head.replace(PART, (part, reference?: string, parent?: string) => {
    if (parent !== undefined) return `/StructParents ${Number(parent) + parentKeys}`
    if (reference === undefined) return part
    return `${rename.get(Number(reference)) ?? 0} 0 R`
  })
  return dataAt === -1 ? moved : moved + object.slice(dataAt)
}

function joinPages(
  base: PrintedPdf,
  added: PrintedPdf,
  rename: ReadonlyMap<number, number>,
): string {
  const pages = (pdf: PrintedPdf) =>
    matched(pdf.objects.get(pdf.pages) ?? '', /\/Kids \[([^\]]*)\]/)
  const kids = `${pages(base)} ${shifted(pages(added), rename, 0)}`
  const count = kids.match(/ 0 R/g)?.length ?? 0
  return (base.objects.get(base.pages) ?? '')
    .replace(/\/Kids \[[^\]]*\]/, `/Kids [${kids}]`)
    .replace(/\/Count \d+/, `/Count ${count}`)
}

/** One table from marked content to tags: that of the first, then that of the second. */
function joinParents(
  base: PrintedPdf,
  added: PrintedPdf,
  rename: ReadonlyMap<number, number>,
): string {
  const tree = added.objects.get(added.structure) ?? ''
  const numbers = matched(tree, /\/Nums \[\s*([\s\S]*?)\s*\]\s*>>/).replace(
    /(^|\]\s+)(\d+)(?= \[)/g,
    (_entry, before: string, key: string) => `${before}${Number(key) + base.nextParentKey}`,
  )
  const nextKey = base.nextParentKey + added.nextParentKey
  return (base.objects.get(base.structure) ?? '')
    .replace(/(\/Nums \[[\s\S]*?)(\s*\]\s*>>)/, `$1\n    ${shifted(numbers, rename, 0)}$2`)
    .replace(/\/ParentTreeNextKey \d+/, `/ParentTreeNextKey ${nextKey}`)
}

/** The second document becomes the last part of the first. */
function withPart(base: PrintedPdf, part: number): string {
  const document = base.objects.get(base.document) ?? ''
  return document.replace(/\/K \[([^\]]*)\]/, `/K [$1 ${part} 0 R]`)
}

function asPart(document: string, parent: number): string {
  return document.replace('/S /Document', '/S /Part').replace(/\/P \d+ 0 R/, `/P ${parent} 0 R`)
}

function written(base: PrintedPdf, objects: ReadonlyMap<number, string>): Uint8Array {
  const parts = [base.text.endsWith('\n') ? base.text : `${base.text}\n`]
  let at = parts[0]?.length ?? 0
  const places: [number, number][] = []
  for (const [number, text] of [...objects].sort(([left], [right]) => left - right)) {
    const object = `${number} 0 obj\n${text}\nendobj\n`
    places.push([number, at])
    parts.push(object)
    at += object.length
  }
  const table = places.map(
    ([number, place]) => `${number} 1\n${place.toString().padStart(10, '0')} 00000 n \n`,
  )
  const size = Math.max(base.size, ...places.map(([number]) => number + 1))
  const id = createHash('md5').update(parts.join(''), 'latin1').digest('hex')
  parts.push(
    `xref\n${table.join('')}trailer\n<<\n/Size ${size}\n/Root ${base.root} 0 R\n/Info ${base.info} 0 R\n`,
    `/Prev ${base.xrefAt}\n/ID [<${base.id}> <${id}>]\n>>\nstartxref\n${at}\n%%EOF\n`,
  )
  return new Uint8Array(Buffer.from(parts.join(''), 'latin1'))
}

function matched(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1]
  assert(found !== undefined, `a printed document has ${pattern.source}`)
  return found
}
