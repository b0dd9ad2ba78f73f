import { matched, type PrintedPdf, readPdf, withObjects } from './printed-pdf.ts'

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
  return withObjects(base, objects)
}

/** Fails an assertion unless pages can be appended to this document. */
export function assertPrintedHere(pdf: Uint8Array): void {
  readPdf(pdf)
}

/** Whether pages can be appended to this document; false for a picture and for a PDF of somebody else. */
export function isPrintedHere(bytes: Uint8Array): boolean {
  try {
    readPdf(bytes)
    return true
  } catch {
    return false
  }
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
