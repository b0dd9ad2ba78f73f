import { runPdfTool } from './pdf-tools.ts'

/**
 * What is wrong with a document for archives and for screen readers, read from its objects and its pages without
 * the library that wrote them: each piece of content in the tree once and where its page says, rows of one
 * length, each drawn glyph with its width and its meaning, metadata that say the same twice.
 */
export function archiveFaults(pdf: Uint8Array): string[] {
  const args = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', '{file}']
  const doc = new Objects(JSON.parse(runPdfTool('qpdf', args, pdf)).qpdf[1])
  const root = doc.dict(doc.trailer['/Root'])
  const pages = doc.list(doc.dict(root['/Pages'])['/Kids'])
  const shown = pages.map((page) => shownOn(doc, doc.dict(page)))
  return [
    ...shown.flatMap(({ faults }) => faults),
    ...treeFaults(doc, root, pages, shown),
    ...metadataFaults(doc, root),
    ...('/ID' in doc.trailer ? [] : ['no identifier of the file']),
  ]
}

export type Dict = Record<string, unknown>
export type PdfObject = { value?: unknown; stream?: { dict: Dict; data: string } }

/** The objects of a file as qpdf writes them in JSON. */
export class Objects {
  readonly trailer: Dict
  readonly #objects: Record<string, PdfObject>

  constructor(objects: Record<string, PdfObject>) {
    this.#objects = objects
    this.trailer = this.dict(objects.trailer?.value)
  }

  get(value: unknown): unknown {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value
    const object = this.#objects[`obj:${value}`]
    return object?.stream === undefined ? this.get(object?.value) : object.stream.dict
  }

  dict(value: unknown): Dict {
    const found = this.get(value)
    return typeof found === 'object' && found !== null
      ? Object.fromEntries(Object.entries(found))
      : {}
  }

  list(value: unknown): unknown[] {
    const found = this.get(value)
    if (found === undefined) return []
    return Array.isArray(found) ? found : [value]
  }

  stream(value: unknown): Buffer {
    return Buffer.from(this.#objects[`obj:${String(value)}`]?.stream?.data ?? '', 'base64')
  }

  text(value: unknown): string {
    const found = String(this.get(value) ?? '')
    if (found.startsWith('u:')) return found.slice(2)
    return found.startsWith('b:') ? Buffer.from(found.slice(2), 'hex').toString('latin1') : found
  }
}

interface Shown {
  faults: string[]
  /** Numbers of the marked contents. */
  marks: number[]
}

const TOKEN =
  /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9a-fA-F\s]*>|\/[^\s/<>[\]()]+|\[|\]|[^\s/<>[\]()]+/g
const PAINTS = new Set(['Tj', 'TJ', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Do', 'sh'])

/** What a page paints: nothing outside of marked content, nothing that counts inside of decoration. */
function shownOn(doc: Objects, page: Dict): Shown {
  const fonts = doc.dict(doc.dict(page['/Resources'])['/Font'])
  const known = new Map(Object.entries(fonts).map(([name, font]) => [name, glyphsOf(doc, font)]))
  const text = doc.list(page['/Contents']).map((part) => doc.stream(part).toString('latin1'))
  const found: Shown = { faults: [], marks: [] }
  const open: ('content' | 'decoration' | 'span')[] = []
  let operands: string[] = []
  let font = ''
  for (const [token] of text.join('\n').matchAll(TOKEN)) {
    if (token === 'BDC' || token === 'BMC') {
      const mark = /\/MCID (\d+)/.exec(operands.join(' '))?.[1]
      const kind =
        operands[0] === '/Artifact' ? 'decoration' : mark === undefined ? 'span' : 'content'
      if (kind !== 'span' && open.some((one) => one !== 'span')) found.faults.push('marks in marks')
      if (mark !== undefined) found.marks.push(Number(mark))
      open.push(kind)
    } else if (token === 'EMC') open.pop()
    else if (token === 'Tf') font = operands.at(-2) ?? ''
    else if (PAINTS.has(token)) {
      if (open.length === 0) found.faults.push(`${token} outside of marked content`)
      const glyphs = operands.filter((one) => /^<[0-9a-f]+>$/i.test(one))
      if (token.startsWith('T')) found.faults.push(...glyphFaults(glyphs, known.get(font)))
    } else if (!/^[A-Za-z'"*]+$/.test(token)) {
      operands.push(token)
      continue
    }
    operands = []
  }
  return found
}

interface Glyphs {
  meanings: Set<number>
  widths: Set<number>
}

function glyphsOf(doc: Objects, font: unknown): Glyphs {
  const { '/ToUnicode': meaning, '/DescendantFonts': descendants } = doc.dict(font)
  const map = doc.stream(meaning).toString('latin1')
  const meanings = new Set<number>()
  for (const [, from = '', to = '', list] of map.matchAll(
    /<(\w+)>\s*<(\w+)>\s*(?:\[([^\]]*)\]|<\w+>)/g,
  )) {
    const first = Number.parseInt(from, 16)
    const count =
      list === undefined ? Number.parseInt(to, 16) - first + 1 : list.split('>').length - 1
    for (let index = 0; index < count; index += 1) meanings.add(first + index)
  }
  const widths = new Set<number>()
  let from = 0
  for (const entry of doc.list(doc.dict(doc.list(descendants)[0])['/W'])) {
    if (typeof entry === 'number') from = entry
    else for (const index of doc.list(entry).keys()) widths.add(from + index)
  }
  return { meanings, widths }
}

function glyphFaults(texts: readonly string[], glyphs: Glyphs | undefined): string[] {
  const codes = texts.flatMap((text) => text.match(/[0-9a-f]{4}/gi) ?? [])
  return codes
    .map((code) => Number.parseInt(code, 16))
    .flatMap((code) => [
      ...(code === 0 ? ['a glyph for no letter'] : []),
      ...(glyphs?.meanings.has(code) ? [] : [`glyph ${code} without meaning`]),
      ...(glyphs?.widths.has(code) ? [] : [`glyph ${code} without width`]),
    ])
}

/** Each mark of a page is in the tree once, under the element that the page names for it. */
function treeFaults(
  doc: Objects,
  root: Dict,
  pages: readonly unknown[],
  shown: readonly Shown[],
): string[] {
  const tree = doc.dict(root['/StructTreeRoot'])
  const faults: string[] = []
  const owners = new Map<string, string>()
  const walk = (reference: unknown, page: unknown): void => {
    const element = doc.dict(reference)
    const own = element['/Pg'] ?? page
    const kids = doc.list(element['/K'])
    if (element['/S'] === '/Table') {
      const lengths = new Set(kids.map((row) => doc.list(doc.dict(row)['/K']).length))
      if (lengths.size > 1) faults.push(`rows of ${[...lengths].join(' and ')} cells`)
    }
    for (const kid of kids) {
      const { '/Type': type, '/Pg': of = own, '/MCID': mark } = doc.dict(kid)
      if (type === '/OBJR') continue
      if (typeof kid !== 'number' && type !== '/MCR') walk(kid, own)
      else {
        const key = `${String(of)} ${String(typeof kid === 'number' ? kid : mark)}`
        if (owners.has(key)) faults.push(`${key} twice in the tree`)
        owners.set(key, String(reference))
      }
    }
  }
  for (const kid of doc.list(tree['/K'])) walk(kid, undefined)
  const parents = doc.list(doc.dict(tree['/ParentTree'])['/Nums'])
  for (const [index, page] of pages.entries()) {
    const at = parents.indexOf(doc.dict(page)['/StructParents'])
    const named = doc.list(parents[at + 1])
    for (const mark of shown[index]?.marks ?? []) {
      const owner = owners.get(`${String(page)} ${mark}`)
      if (owner === undefined) faults.push(`mark ${mark} of page ${index + 1} not in the tree`)
      else if (String(named[mark]) !== owner) faults.push(`mark ${mark} under another element`)
    }
  }
  const marks = shown.reduce((sum, page) => sum + page.marks.length, 0)
  if (owners.size !== marks) faults.push(`${owners.size} marks in the tree, ${marks} on pages`)
  return faults
}

const SAID_TWICE = [
  ['/Title', 'dc:title'],
  ['/Author', 'dc:creator'],
  ['/Producer', 'pdf:Producer'],
  ['/Creator', 'xmp:CreatorTool'],
  ['/CreationDate', 'xmp:CreateDate'],
  ['/ModDate', 'xmp:ModifyDate'],
] as const

function metadataFaults(doc: Objects, root: Dict): string[] {
  const xmp = doc.stream(root['/Metadata']).toString('utf8')
  const info = doc.dict(doc.trailer['/Info'])
  const digits = (text: string) => text.replaceAll(/\D/g, '').slice(0, 14)
  return SAID_TWICE.flatMap(([key, name]) => {
    const element = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xmp)?.[1] ?? ''
    const there = element.replaceAll(/<[^>]*>/g, '').trim()
    const here = doc.text(info[key])
    const isSame = key.endsWith('Date') ? digits(here) === digits(there) : here === there
    return isSame && here !== '' ? [] : [`${key} is ${here}, ${name} is ${there}`]
  })
}
