import { createHash } from 'node:crypto'
import { assert } from '@terreau/domain/assert'

/** The objects of a document that `renderPdf` made. */
export type PrintedPdf = {
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

/** Fails an assertion for any document that was not printed here. */
export function readPdf(bytes: Uint8Array): PrintedPdf {
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

/** The document with objects added or replaced, as an incremental update: it begins with its very bytes. */
export function withObjects(base: PrintedPdf, objects: ReadonlyMap<number, string>): Uint8Array {
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

/** The first group of a pattern that every printed document has. */
export function matched(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1]
  assert(found !== undefined, `a printed document has ${pattern.source}`)
  return found
}
