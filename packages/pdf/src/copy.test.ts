import { describe, expect, it, vi } from 'vitest'
import { CREATED_AT } from '../test/given.ts'
import { attendanceFacts } from '../test/given-attest.ts'
import { cesaFacts, entryFacts, incomeFacts, tutoringFacts } from '../test/given-certificates.ts'
import { objectsOf, runPdfTool } from '../test/pdf-tools.ts'
import { type DocumentFacts, modelAlone, modelWithCopy } from './document-kinds.ts'
import { renderPdf } from './render.ts'

// Each check starts a public tool, which a loaded machine may keep waiting.
vi.setConfig({ testTimeout: 30_000 })

function withCopy<
  Kind extends
    | 'monthly-income-certificate'
    | 'cape-entry-certificate'
    | 'attendance-certificate'
    | 'tutoring-certificate',
>(kind: Kind, facts: DocumentFacts[Kind]) {
  return { kind, model: modelWithCopy(kind, facts, facts) }
}

const CASES = [
  { name: 'income under a CAPE', ...withCopy('monthly-income-certificate', incomeFacts) },
  { name: 'income under a CESA', ...withCopy('monthly-income-certificate', cesaFacts) },
  { name: 'entry', ...withCopy('cape-entry-certificate', entryFacts) },
  { name: 'attendance', ...withCopy('attendance-certificate', attendanceFacts) },
  { name: 'hours', ...withCopy('tutoring-certificate', tutoringFacts) },
]

describe.each(CASES)('the English copy of $name', ({ kind, model }) => {
  const drawn = renderPdf(kind, model as never, { createdAt: CREATED_AT })

  it('follows the French text on a page of its own, and each says which one counts', async () => {
    const pages = [1, 2].map(async (page) =>
      runPdfTool(
        'pdftotext',
        ['-f', String(page), '-l', String(page), '{file}', '-'],
        await drawn,
      ).replaceAll(/\s+/g, ' '),
    )
    const [french, english] = await Promise.all(pages)
    expect(french).toContain(model.title)
    expect(french).toContain('Le texte français est celui qui compte')
    expect(french).toContain('page 1 / 2')
    expect(english).toContain(model.copy?.title)
    expect(english).toContain('The French text of this document is the one that counts')
    expect(english).toContain('page 2 / 2')
    for (const page of [french, english]) expect(page).toContain('ATT-2026-000123')
  })

  it('is one sound document, read in each language by a screen reader', async () => {
    const pdf = await drawn
    expect(runPdfTool('qpdf', ['--check', '{file}'], pdf)).toContain('No syntax or stream encoding')
    const objects = objectsOf(pdf)
    expect(objects).toContain('/Lang (fr-FR)')
    const copies = objects.split(/^endobj$/m).filter((text) => text.includes('/Lang (en-GB)'))
    expect(copies).toHaveLength(1)
    expect(copies[0]).toContain('/S /Sect')
  })
})

describe('a copy', () => {
  it('is no copy when there is no French text: a paper in English alone names none', () => {
    const { languageNote } = modelAlone('attendance-certificate', attendanceFacts, 'en')
    expect(languageNote).toContain('exists in English only')
    expect(modelAlone('attendance-certificate', attendanceFacts, 'fr').languageNote).toBeNull()
  })

  it('says the same figures in both languages', () => {
    const { model } = withCopy('monthly-income-certificate', cesaFacts)
    const figures = ({ account, salaries }: Pick<typeof model, 'account' | 'salaries'>) =>
      [...account.rows, account.total ?? [], ...(salaries?.table.rows ?? [])].map((row) =>
        row.slice(1).map((cell) => String(cell).replace(/[^\d-−]/g, '')),
      )
    expect(model.copy && figures(model.copy)).toEqual(figures(model))
    expect(figures(model).flat().filter(Boolean).length).toBeGreaterThan(10)
  })
})
