import { describe, expect, it, vi } from 'vitest'
import { CREATED_AT, SAMPLES } from '../test/given.ts'
import { runPdfTool } from '../test/pdf-tools.ts'
import { appendPages } from './append-pages.ts'
import { documentModel } from './document-kinds.ts'
import { type ReadingBlock, readingOf } from './reading-of.ts'
import { renderPdf, SIGNED_KINDS } from './render.ts'

// Each check starts a public tool, which a loaded machine may keep waiting.
vi.setConfig({ testTimeout: 30_000 })

const SIGNED = SAMPLES.filter(({ kind }) => SIGNED_KINDS.some((signed) => signed === kind))

// What people sign is printed in French, whatever language they read the site in.
function print({ kind, facts }: (typeof SIGNED)[number]) {
  const model = documentModel(kind, facts as never, 'fr')
  return renderPdf(kind, model as never, { createdAt: CREATED_AT })
}

it('covers every kind of document that is signed', () => {
  expect(SIGNED.map(({ kind }) => kind).toSorted()).toEqual(SIGNED_KINDS.toSorted())
})

describe.each(SIGNED)('$name', (sample) => {
  const printed = print(sample)

  it('says on a screen, word for word and in order, what a reader of the PDF is told', async () => {
    const blocks = readingOf(await printed) ?? []
    const shown = wordsOf(blocks.flatMap(textsOf).join(' '))
    expect(shown.length).toBeGreaterThan(100)
    expect(shown).toEqual(wordsOf(toldBy(await printed)))
  })

  it('has one title, articles under it, and no block without words', async () => {
    const blocks = readingOf(await printed) ?? []
    const headings = blocks.filter((block) => block.kind === 'heading')
    expect(headings.filter(({ level }) => level === 1)).toHaveLength(1)
    expect(headings.filter(({ level }) => level === 2).length).toBeGreaterThan(1)
    for (const block of blocks) expect(textsOf(block).join('').trim()).not.toBe('')
  })
})

it('is inside the bytes that are hashed, and stays in them once evidence is added', async () => {
  const [first] = SIGNED
  if (first === undefined) throw new Error('there is no sample')
  const shown = await print(first)
  const archived = appendPages(shown, await print(first))
  expect(Buffer.from(archived).subarray(0, shown.length).equals(Buffer.from(shown))).toBe(true)
  expect(readingOf(shown)?.length).toBeGreaterThan(10)
})

it('knows a document that carries no text', async () => {
  const statement = SAMPLES.find(({ kind }) => kind === 'account-statement')
  if (statement === undefined) throw new Error('there is no sample')
  const model = documentModel(statement.kind, statement.facts as never, 'fr')
  const pdf = await renderPdf(statement.kind, model as never, { createdAt: CREATED_AT })
  expect(readingOf(pdf)).toBeNull()
})

function textsOf(block: ReadingBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.texts))
  }
}

/** The words that are really drawn on the pages, in the order of the tags; the dashes of lists are drawn apart. */
function toldBy(pdf: Uint8Array): string {
  const tree = runPdfTool('pdfinfo', ['-struct-text', '{file}'], pdf)
  const texts = [...tree.matchAll(/^ *"([\s\S]*?)"$/gm)].map(([, text]) => text ?? '')
  return texts.filter((text) => text !== '–').join(' ')
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
