import { describe, expect, it, vi } from 'vitest'
import { archiveFaults } from '../test/archive-faults.ts'
import { archiveLimits } from '../test/archive-limits.ts'
import { CREATED_AT, SAMPLES } from '../test/given.ts'
import { entryFacts } from '../test/given-certificates.ts'
import { objectsOf, runPdfTool } from '../test/pdf-tools.ts'
import { documentModel, modelWithCopy } from './document-kinds.ts'
import { renderPdf } from './render.ts'
import { openSignature } from './signature-field.ts'

// Each check starts a public tool, which a loaded machine may keep waiting.
vi.setConfig({ testTimeout: 30_000 })

/**
 * What PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) ask of the structure, as far as it can be read from
 * the objects of a file. No validator of these two norms is run: docs/rules/certificates.md says what is not
 * covered.
 */
describe.each(SAMPLES)('$name', ({ kind, facts }) => {
  const drawn = renderPdf(kind, documentModel(kind, facts as never, 'fr') as never, {
    createdAt: CREATED_AT,
  })

  it('declares what it is: tagged, titled, in its language, archived', async () => {
    const objects = objectsOf(await drawn)
    expect(objects).toMatch(/\/MarkInfo \d+ 0 R/)
    expect(objects).toContain('/Marked true')
    expect(objects).toContain('/StructTreeRoot')
    expect(objects).toContain('/Lang (fr-FR)')
    expect(objects).toContain('/DisplayDocTitle true')
    expect(objects).toMatch(/\/S \/GTS_PDFA1/)
    expect(objects).toMatch(/\/DestOutputProfile \d+ 0 R/)
    expect(objects).not.toMatch(/\/JavaScript|\/JS |\/Launch|\/Encrypt|\/EmbeddedFile /)
    const xmp = runPdfTool('pdfinfo', ['-meta', '{file}'], await drawn)
    expect(xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part>/)
    expect(xmp).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(xmp).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
    expect(xmp).toMatch(/<pdfaSchema:prefix>pdfuaid</)
    expect(xmp).toMatch(/<dc:title>/)
  })

  it('has each piece of content in its tree once, each glyph with its meaning, and says nothing twice differently', async () => {
    expect(archiveFaults(await drawn)).toEqual([])
  })

  it('keeps to the limits of the norm in each object, sealed too', async () => {
    const words = { name: 'A', reason: 'B', place: 'C', at: CREATED_AT, facts: 'a.b.c' }
    const sealed = openSignature(await drawn, words, 2_000).close(new Uint8Array(2_000))
    expect([archiveLimits(await drawn), archiveLimits(sealed)]).toEqual([[], []])
  })

  it('hides and changes nothing: no transparency, no action, no layer, no form of another kind', async () => {
    const objects = objectsOf(await drawn)
    expect(objects).not.toMatch(/\/(?:SMask|BM|AA|OpenAction|OCProperties|XFA|NeedAppearances)\b/)
    expect(objects).not.toMatch(/\/(?:ca|CA) (?!1\b)/)
    expect(objects).not.toMatch(/\/S \/Transparency/)
    expect(objects).not.toMatch(/\/Suspects true/)
  })

  it('takes its fonts along with what each glyph means, and uses the tags of the norm alone', async () => {
    const objects = objectsOf(await drawn).split(/^endobj$/m)
    const composite = objects.filter((text) => text.includes('/Subtype /Type0'))
    expect(composite.length).toBeGreaterThan(0)
    for (const font of composite) expect(font).toMatch(/\/ToUnicode \d+ 0 R/)
    const descriptors = objects.filter((text) => text.includes('/Type /FontDescriptor'))
    expect(descriptors).toHaveLength(composite.length)
    for (const font of descriptors) expect(font).toMatch(/\/FontFile[23]? \d+ 0 R/)
    const tags = elementsOf(objectsOf(await drawn)).map(({ tag }) => tag)
    expect(tags.filter((tag) => !STANDARD_TAGS.includes(tag))).toEqual([])
  })

  it('is read in the order of its tags, page by page, and its pages are in the tree', async () => {
    const objects = objectsOf(await drawn).split(/^endobj$/m)
    const pages = objects.filter((text) => /\/Type \/Page\b/.test(text))
    for (const page of pages) {
      expect(page).toContain('/Tabs /S')
      expect(page).toMatch(/\/StructParents \d+/)
    }
  })

  it('keeps the place of its seal in the tree, with words, when it is sealed', async () => {
    const words = {
      name: 'Coopérative',
      reason: 'Cachet électronique',
      place: 'Lyon',
      at: CREATED_AT,
      facts: 'a.b.c',
    }
    const sealed = openSignature(await drawn, words, 2_000).close(new Uint8Array(2_000))
    expect(runPdfTool('qpdf', ['--check', '{file}'], sealed)).toContain('No syntax')
    const objects = objectsOf(sealed).split(/^endobj$/m)
    const [widget] = objects.filter((text) => text.includes('/Subtype /Widget'))
    expect(widget).toMatch(/\/StructParent \d+/)
    expect(widget).toMatch(/\/TU [<(]/)
    const [form] = objects.filter((text) => /\/S \/Form\b/.test(text))
    expect(form).toContain('/OBJR')
    expect(form).toMatch(/\/Alt [<(]/)
    const [page] = objects.filter((text) => text.includes('/Annots'))
    expect(page).toContain('/Tabs /S')
  })

  it('says of each figure what it shows, and of each header what it heads', async () => {
    const elements = elementsOf(objectsOf(await drawn))
    for (const figure of elements.filter(({ tag }) => tag === 'Figure')) {
      expect(figure.text).toMatch(/\/Alt [<(]/)
      expect(figure.text).toContain('/BBox')
    }
    const headers = elements.filter(({ tag }) => tag === 'TH')
    expect(headers.length).toBeGreaterThan(0)
    for (const header of headers) expect(header.text).toMatch(/\/Scope \/(Column|Row)/)
  })

  it('nests its headings and its tables as a reader expects', async () => {
    const tree = runPdfTool('pdfinfo', ['-struct', '{file}'], await drawn)
    const levels = [...tree.matchAll(/^ *H([1-6])\b/gm)].map((match) => Number(match[1]))
    expect(levels[0]).toBe(1)
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
    const lines = tree.split('\n')
    lines.forEach((line, at) => {
      const tag = /^ *(TR|TH|TD|LI|LBody)\b/.exec(line)?.[1]
      if (tag !== undefined) expect(PARENTS[tag]).toContain(parentTag(lines, at))
    })
  })

  it('marks everything on its pages as content or as decoration', async () => {
    const pages = runPdfTool(
      'qpdf',
      ['--qdf', '--object-streams=disable', '{file}', '-'],
      await drawn,
    )
    const shown = [...pages.matchAll(/\b(?:BDC|BMC|EMC)$|^BT$/gm)].map(([mark]) => mark)
    let depth = 0
    for (const mark of shown) {
      if (mark === 'EMC') depth -= 1
      else if (mark === 'BT') expect(depth).toBeGreaterThan(0)
      else depth += 1
    }
    expect(depth).toBe(0)
    expect(shown).toContain('BT')
  })
})

describe('an English copy', () => {
  it('is as sound, in its own language', async () => {
    const model = modelWithCopy('cape-entry-certificate', entryFacts, entryFacts)
    const pdf = await renderPdf('cape-entry-certificate', model, { createdAt: CREATED_AT })
    expect(archiveFaults(pdf)).toEqual([])
    const sections = elementsOf(objectsOf(pdf)).filter(({ text }) => text.includes('/Lang (en-GB)'))
    expect(sections.map(({ tag }) => tag)).toEqual(['Sect'])
  })
})

describe('the limits of the norm', () => {
  it('are not kept by a file that was changed, and the check says so', async () => {
    const model = documentModel('cape-entry-certificate', entryFacts, 'fr')
    const pdf = await renderPdf('cape-entry-certificate', model, { createdAt: CREATED_AT })
    const text = Buffer.from(pdf).toString('latin1')
    const changed = (from: string, to: string) => {
      expect(text).toContain(from)
      return archiveLimits(Buffer.from(text.replaceAll(from, to), 'latin1'))
    }
    expect(changed('/N 3', '/N 4')).toContain('a profile of other colours')
    expect(changed('/Encoding /Identity-H', '/Encoding /Identity-V').join()).toContain('encoding')
    expect(archiveLimits(Buffer.concat([pdf, Buffer.from('more')]))).toContain(
      'bytes after the end',
    )
  })
})

describe('words of people', () => {
  it('never break the metadata, whatever signs they hold', async () => {
    const issuer = { ...entryFacts.issuer, name: 'Dupont & Fils <SCOP> "été"' }
    const model = documentModel('cape-entry-certificate', { ...entryFacts, issuer }, 'fr')
    const pdf = await renderPdf('cape-entry-certificate', model, { createdAt: CREATED_AT })
    const xmp = runPdfTool('pdfinfo', ['-meta', '{file}'], pdf)
    expect(xmp).toContain('<rdf:li>Dupont &amp; Fils &lt;SCOP&gt; "été"</rdf:li>')
    expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;)/)
    expect(runPdfTool('pdfinfo', ['{file}'], pdf)).toContain('Dupont & Fils <SCOP>')
  })
})

/** Of ISO 32000-1, 14.8.4: with others the document would need a map of roles. */
const STANDARD_TAGS = [
  'Document',
  'Sect',
  'P',
  'H1',
  'H2',
  'H3',
  'L',
  'LI',
  'Lbl',
  'LBody',
  'Table',
  'TR',
  'TH',
  'TD',
  'Figure',
  'Form',
]

const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
}

/** Structure elements with the text of their object. */
function elementsOf(objects: string): { tag: string; text: string }[] {
  return objects.split(/^endobj$/m).flatMap((text) => {
    const tag = /^ {2}\/S \/(\w+)$/m.exec(text)?.[1]
    // A profile of colours has a name of that form too, and no parent.
    return tag === undefined || !/^ {2}\/P \d+ 0 R$/m.test(text) ? [] : [{ tag, text }]
  })
}

/** The tag of the nearest line above that is less indented. */
function parentTag(lines: readonly string[], at: number): string {
  const indent = (line: string) => line.length - line.trimStart().length
  const own = indent(lines[at] ?? '')
  const parent = lines.slice(0, at).findLast((line) => line.trim() !== '' && indent(line) < own)
  return /^ *(\w+)/.exec(parent ?? '')?.[1] ?? ''
}
