import { assert } from '@terreau/domain/assert'
import { notoSans } from '../fonts/noto-sans.ts'
import { type TaggedNode, taggedNode } from './reading.ts'
import { spellOutMarks } from './spelled-lines.ts'
import { CONTENT_BOTTOM, PAGE } from './theme.ts'

/** The picture of who issues a document. */
export type Logo = {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
}

export type StructureElement = PDFKit.PDFStructureElement

/** `scope` and `bbox` are read by PDFKit 0.20 but missing from its types. */
type ElementOptions = PDFKit.Mixins.StructureElementOptions & {
  readonly scope?: 'Column' | 'Row'
  readonly bbox?: readonly [number, number, number, number]
  readonly parent?: StructureElement
}

/** A document being drawn: `y` is where the next block starts on the current page. */
export type Sheet = {
  readonly pdf: PDFKit.PDFDocument
  readonly root: StructureElement
  /** The same elements as `root` holds, with their words: what a screen can show instead of the page. */
  readonly reading: TaggedNode
  readonly nodes: WeakMap<StructureElement, TaggedNode>
  /** Heights of texts that were measured already, by all that they depend on. */
  readonly heights: Map<string, number>
  /** The same for the widths of figures. */
  readonly widths: Map<string, number>
  /** How large letters are, 1 for the sizes of the theme. */
  readonly scale: number
  /** Rows closer together, where that spares a page. */
  readonly isDense: boolean
  /** With what it shows, in the language of the document. */
  readonly logo: (Logo & { readonly alt: string }) | null
  y: number
}

/** Starts drawing on the first page of a new document. */
export function createSheet(
  pdf: PDFKit.PDFDocument,
  { scale, isDense, logo }: Pick<Sheet, 'scale' | 'isDense' | 'logo'>,
): Sheet {
  pdf.registerFont('regular', asFontSource('regular'))
  pdf.registerFont('bold', asFontSource('bold'))
  spellOutMarks(pdf)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const reading = taggedNode('Document')
  return {
    pdf,
    root,
    reading,
    nodes: new WeakMap([[root, reading]]),
    heights: new Map(),
    widths: new Map(),
    scale,
    isDense,
    logo,
    y: PAGE.top,
  }
}

/** The same document again in another language: pages of their own, which a screen reader speaks in it. */
export function startCopy(sheet: Sheet, lang: string): Sheet {
  startPage(sheet)
  return { ...sheet, root: addElement(sheet, 'Sect', { lang }), y: PAGE.top }
}

/** Moves to a new page unless `height` still fits on this one. Blocks are never cut in two. */
export function ensureSpace(sheet: Sheet, height: number): void {
  if (sheet.y + height > CONTENT_BOTTOM) startPage(sheet)
}

/** Continues at the top of a new page. */
export function startPage(sheet: Sheet): void {
  sheet.pdf.addPage()
  sheet.y = PAGE.top
}

/** Adds a structure element under `parent`, the document by default. */
export function addElement(
  sheet: Sheet,
  type: string,
  options: ElementOptions = {},
): StructureElement {
  const { parent = sheet.root, ...rest } = options
  const element = sheet.pdf.struct(type, rest)
  parent.add(element)
  const node = taggedNode(type, rest.scope)
  nodeOf(sheet, parent).children.push(node)
  sheet.nodes.set(element, node)
  return element
}

/** What a screen reader is given of an element. */
export function nodeOf(sheet: Sheet, element: StructureElement): TaggedNode {
  const node = sheet.nodes.get(element)
  assert(node !== undefined, 'every element of a sheet comes from addElement')
  return node
}

/** Draws what a screen reader must skip: rules, frames, page numbers. */
export function drawArtifact(
  sheet: Sheet,
  type: 'Layout' | 'Pagination',
  draw: (pdf: PDFKit.PDFDocument) => void,
): void {
  sheet.pdf.markContent('Artifact', { type })
  draw(sheet.pdf)
  sheet.pdf.endMarkedContent()
}

/** A straight horizontal rule. */
export function drawRule(
  sheet: Sheet,
  rule: { x: number; y: number; width: number; color: string; thickness?: number },
): void {
  drawArtifact(sheet, 'Layout', (pdf) => {
    pdf
      .lineWidth(rule.thickness ?? 0.5)
      .strokeColor(rule.color)
      .moveTo(rule.x, rule.y)
      .lineTo(rule.x + rule.width, rule.y)
      .stroke()
  })
}

/** PDFKit accepts a parsed fontkit font, as its `PDFFontFactory.open` shows; its types do not. */
function asFontSource(weight: 'regular' | 'bold'): PDFKit.Mixins.PDFFontSource {
  return notoSans(weight) as unknown as PDFKit.Mixins.PDFFontSource
}
