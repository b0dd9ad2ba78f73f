import { describe, expect, it, vi } from 'vitest'
import { CREATED_AT, SAMPLES } from '../test/given.ts'
import { runPdfTool, structureOf, textOf } from '../test/pdf-tools.ts'
import { appendPages, assertPrintedHere } from './append-pages.ts'
import { documentModel } from './document-kinds.ts'
import { renderPdf } from './render.ts'

// Each check starts a public tool, which a loaded machine may keep waiting.
vi.setConfig({ testTimeout: 30_000 })

async function printed(name: string): Promise<Uint8Array> {
  const sample = SAMPLES.find((each) => each.name === name)
  if (sample === undefined) throw new Error(`there is no sample ${name}`)
  const model = documentModel(sample.kind, sample.facts as never, 'fr')
  return renderPdf(sample.kind, model, { createdAt: CREATED_AT })
}

const pages = (pdf: Uint8Array) =>
  Number(/Pages: +(\d+)/.exec(runPdfTool('pdfinfo', ['{file}'], pdf))?.[1])

describe('appendPages', () => {
  it.each(SAMPLES.map((sample) => sample.name))(
    'leaves the bytes of %s as they are',
    async (name) => {
      const [first, second] = [await printed(name), await printed('signature-evidence')]
      const both = appendPages(first, second)
      expect(Buffer.from(both.subarray(0, first.length)).equals(Buffer.from(first))).toBe(true)
      expect(runPdfTool('qpdf', ['--check', '{file}'], both)).toContain(
        'No syntax or stream encoding',
      )
      expect(pages(both)).toBe(pages(first) + pages(second))
      expect(textOf(both)).toBe(textOf(first) + textOf(second))
    },
  )

  it('keeps the tags of both, in reading order, under one document', async () => {
    const [first, second] = [await printed('cape-contract'), await printed('signature-evidence')]
    const part = ['Part', ...structureOf(second).slice(1)]
    expect(structureOf(appendPages(first, second))).toEqual([...structureOf(first), ...part])
  })

  it('always gives the same bytes', async () => {
    const [first, second] = [await printed('cape-entry'), await printed('signature-evidence')]
    expect(appendPages(first, second)).toEqual(appendPages(first, second))
  })

  it('refuses a file that was not printed here', () => {
    expect(() => assertPrintedHere(new TextEncoder().encode('%PDF-1.7\n%%EOF\n'))).toThrow(
      'printed',
    )
  })
})
