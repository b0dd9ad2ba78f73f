import { type Dict, Objects, type PdfObject } from './archive-faults.ts'
import { runPdfTool } from './pdf-tools.ts'

/**
 * What ISO 19005-3 forbids or limits in any object of a file, and what the Matterhorn protocol checks by machine in
 * its fonts and annotations: read object by object, without the library that wrote them.
 */
export function archiveLimits(pdf: Uint8Array): string[] {
  const read = (level: string, data: string) =>
    JSON.parse(
      runPdfTool(
        'qpdf',
        ['--json=2', `--json-stream-data=${data}`, `--decode-level=${level}`, '{file}'],
        pdf,
      ),
    ).qpdf[1] as Record<string, PdfObject>
  const stored = Object.values(read('none', 'none'))
  const doc = new Objects(read('generalized', 'inline'))
  const dicts = stored.flatMap(({ value, stream }) => dictsIn(stream?.dict ?? value))
  const streams = stored.flatMap(({ stream }) => (stream === undefined ? [] : [stream.dict]))
  return [
    ...fileFaults(pdf, stored),
    ...streams.flatMap(streamFaults),
    ...dicts.flatMap((dict) => objectFaults(doc, dict)),
    ...profileFaults(doc),
    ...contentFaults(doc),
  ]
}

/** 6.1.2, 6.1.3, 6.1.13: how the file begins and ends, and how long names and strings may be. */
function fileFaults(pdf: Uint8Array, objects: readonly PdfObject[]): string[] {
  const bytes = Buffer.from(pdf)
  const texts = objects.flatMap(({ value, stream }) => textsIn(stream?.dict ?? value))
  return [
    ...faultIf(!/^%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}/.test(head(bytes)), 'a header of another form'),
    ...faultIf(!/%%EOF\r?\n?$/.test(bytes.subarray(-8).toString('latin1')), 'bytes after the end'),
    ...faultIf(objects.length > 8_388_607, 'too many objects'),
    ...faultIf(
      texts.some((text) => text.startsWith('/') && Buffer.byteLength(text) > 128),
      'a long name',
    ),
    ...faultIf(
      texts.some((text) => Buffer.byteLength(text) > 2 * 32_767),
      'a long string',
    ),
  ]
}

/** 6.1.7: a stream is in the file, packed in a way that everybody may unpack. */
function streamFaults(dict: Dict): string[] {
  const filters = JSON.stringify(dict['/Filter'] ?? '')
  return [
    ...faultIf('/F' in dict || '/FFilter' in dict || '/FDecodeParms' in dict, 'a stream elsewhere'),
    ...faultIf(/LZWDecode|Crypt/.test(filters), `a stream packed with ${filters}`),
  ]
}

/** 6.2.5, 6.2.8, 6.2.11, 6.3 and Matterhorn 28 and 31: graphics states, images, fonts, annotations. */
function objectFaults(doc: Objects, dict: Dict): string[] {
  const { '/Type': type, '/Subtype': subtype } = dict
  if (type === '/ExtGState')
    return faultIf('/TR' in dict || '/TR2' in dict || '/HTP' in dict, 'a transfer function')
  if (subtype === '/Image')
    return faultIf(
      dict['/Interpolate'] === true || '/Alternates' in dict || '/OPI' in dict,
      'an image that readers may draw otherwise',
    )
  if (subtype === '/Form')
    return faultIf('/OPI' in dict || '/Ref' in dict || '/PS' in dict, 'a form elsewhere')
  if (subtype === '/PS') return ['a program among the drawings']
  if (subtype === '/Type0') return fontFaults(doc, dict)
  if (subtype === '/Widget' || type === '/Annot') return annotationFaults(doc, dict)
  return []
}

function fontFaults(doc: Objects, font: Dict): string[] {
  const own = doc.dict(doc.list(font['/DescendantFonts'])[0])
  const descriptor = doc.dict(own['/FontDescriptor'])
  const meaning = doc.stream(font['/ToUnicode']).toString('latin1')
  const system = doc.dict(own['/CIDSystemInfo'])
  const name = String(own['/BaseFont'])
  return [
    ...faultIf(font['/Encoding'] !== '/Identity-H', `${name}: another encoding`),
    ...faultIf(doc.text(system['/Ordering']) !== 'Identity', `${name}: another collection`),
    ...faultIf(
      own['/Subtype'] === '/CIDFontType2' && own['/CIDToGIDMap'] !== '/Identity',
      `${name}: glyphs without their place`,
    ),
    ...faultIf(!/^\/[A-Z]{6}\+/.test(name), `${name}: a part that says to be the whole font`),
    ...faultIf(
      descriptor['/FontName'] !== own['/BaseFont'] || font['/BaseFont'] === undefined,
      `${name}: two names`,
    ),
    ...faultIf(
      /<(?:0000|feff|fffe)>\s*(?:\n|\]|$)/i.test(targetsOf(meaning)),
      `${name}: a glyph without meaning`,
    ),
  ]
}

/** What glyphs mean, but the first: it stands for letters that the font lacks, and is never drawn. */
function targetsOf(map: string): string {
  const lists = [...map.matchAll(/> \[([^\]]*)\]/g)].map(([, list]) => list ?? '')
  return lists.join(' ').trim().split(/\s+/).slice(1).join('\n')
}

/** Printed and not hidden; its look does not change. */
function annotationFaults(doc: Objects, dict: Dict): string[] {
  const flags = Number(dict['/F'] ?? 0)
  const looks = Object.keys(doc.dict(dict['/AP']))
  const rect = doc.list(dict['/Rect']).map(Number)
  const isSeen = rect[0] !== rect[2] && rect[1] !== rect[3]
  return [
    ...faultIf(
      (flags & 4) === 0 || (flags & (1 | 2 | 32 | 256)) !== 0,
      `flags ${flags} of an annotation`,
    ),
    ...faultIf(isSeen && looks.join() !== '/N', 'an annotation without a look of its own'),
  ]
}

/** 6.2.3: one profile of colours for all, of red, green and blue, as the pages use. */
function profileFaults(doc: Objects): string[] {
  const root = doc.dict(doc.trailer['/Root'])
  const intents = doc.list(root['/OutputIntents']).map((one) => doc.dict(one))
  const [intent] = intents
  if (intent === undefined || intents.length > 1) return [`${intents.length} profiles of colours`]
  const data = doc.stream(intent['/DestOutputProfile']).toString('latin1')
  const components = doc.dict(intent['/DestOutputProfile'])['/N']
  const isOfDisplay = /^(?:mntr|prtr|scnr|spac)RGB $/.test(data.slice(12, 20))
  return [
    ...faultIf(components !== 3 || !isOfDisplay, 'a profile of other colours'),
    ...faultIf(data.slice(36, 40) !== 'acsp', 'no profile of colours'),
    ...faultIf('/Collection' in root || '/Requirements' in root, 'a document that asks for more'),
    ...faultIf('/EmbeddedFiles' in doc.dict(root['/Names']), 'a file within'),
  ]
}

/** 6.1.13 and 6.2.4: states of drawing not deeper than 28, no ink of printers. */
function contentFaults(doc: Objects): string[] {
  const root = doc.dict(doc.trailer['/Root'])
  return doc.list(doc.dict(root['/Pages'])['/Kids']).flatMap((page) => {
    const parts = doc.list(doc.dict(page)['/Contents'])
    const text = parts.map((part) => doc.stream(part).toString('latin1')).join('\n')
    const acts = [...text.matchAll(/(?:^|\s)(q|Q|k|K|sh)(?=\s|$)/g)].map(([, act]) => act)
    let depth = 0
    let deepest = 0
    for (const act of acts) {
      depth += act === 'q' ? 1 : act === 'Q' ? -1 : 0
      deepest = Math.max(deepest, depth)
    }
    return [
      ...faultIf(deepest > 28 || depth !== 0, `states of drawing ${deepest} deep, ${depth} left`),
      ...faultIf(acts.includes('k') || acts.includes('K'), 'inks of a printer'),
    ]
  })
}

function head(bytes: Buffer): string {
  return bytes.subarray(0, 20).toString('latin1')
}

function faultIf(isWrong: boolean, fault: string): string[] {
  return isWrong ? [fault] : []
}

/** A dictionary with those written within it. */
function dictsIn(value: unknown): Dict[] {
  if (Array.isArray(value)) return value.flatMap(dictsIn)
  if (typeof value !== 'object' || value === null) return []
  const dict = Object.fromEntries(Object.entries(value))
  return [dict, ...Object.values(dict).flatMap(dictsIn)]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => [key, ...textsIn(part)])
}
