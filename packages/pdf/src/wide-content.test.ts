import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import { describe, expect, it, vi } from 'vitest'
import { CREATED_AT } from '../test/given.ts'
import { attendanceFacts, settlementFacts, workFacts } from '../test/given-attest.ts'
import { cesaFacts, incomeFacts, incomeMonth } from '../test/given-certificates.ts'
import { cesaContractFacts } from '../test/given-cesa-contract.ts'
import { interviewReportFacts } from '../test/given-interview-report.ts'
import { runPdfTool, textOf } from '../test/pdf-tools.ts'
import {
  type DocumentFacts,
  type DocumentKind,
  documentModel,
  modelWithCopy,
} from './document-kinds.ts'
import { renderPdf } from './render.ts'

// Each check starts a public tool, which a loaded machine may keep waiting.
vi.setConfig({ testTimeout: 30_000 })

const LONG_ACTIVITY =
  'Confection, retouche et vente de vêtements en wax et bazin, ateliers de teinture naturelle, livraison de repas'

describe('a certificate with much to say', () => {
  it('cuts no figure in two lines: one could be read as two', async () => {
    const months = Array.from({ length: 12 }, (_, index) => {
      const revenueCents = cents(index % 3 === 0 ? -123_456_789n : 987_654_321n)
      const charge = cents(101_500_000n)
      return incomeMonth({
        month: yearMonth(`2026-${String(index + 1).padStart(2, '0')}`),
        revenueCents,
        productionPurchasesCents: charge,
        expensesCents: charge,
        contributionCents: charge,
        accidentCoverCents: cents(0n),
        resultCents: cents(revenueCents - 3n * charge),
        payCents: charge,
        balanceCents: cents(-123_456_789n),
      })
    })
    const text = await textOfDrawn('monthly-income-certificate', { ...cesaFacts, months })
    const account = text.split('\n').filter((line) => /^(?:\S+ 2026|Total) {2}/.test(line))
    expect(account).toHaveLength(13)
    for (const line of account) {
      const isTotal = line.startsWith('Total')
      expect(line.match(/−?\d[\d\u202f\u00a0 ]*,\d{2}\s€/g)).toHaveLength(isTotal ? 7 : 8)
    }
  })

  it('leaves room to sign under names of three lines', async () => {
    const issuer = { ...settlementFacts.issuer, name: `Coopérative ${LONG_ACTIVITY}` }
    const pdf = await drawn('settlement-receipt', { ...settlementFacts, issuer })
    const boxes = runPdfTool('pdftotext', ['-bbox', '{file}', '-'], pdf)
    const yOf = (word: string, side: 'yMin' | 'yMax') =>
      Number(new RegExp(`${side}="([\\d.]+)"[^>]*>${word}</word>`).exec(boxes)?.[1])
    expect(yOf('Signature', 'yMin') - yOf('Gérante', 'yMax')).toBeGreaterThan(20)
  })
})

it.each([
  ['Awa Ndiaye', 6],
  ['W'.repeat(80), 6],
  ['Rakotoarimanana-Andriantsimahavandy Ratsimandresy-Andrianampoinimerinatompokoind', 7],
])('an address shows whole in the window of an envelope: %s, %i lines', async (fullName, lines) => {
  const addressLines = Array.from(
    { length: lines },
    (_, index) => `Adresse ${index + 1}, appartement 1204 de la résidence des Tilleuls, escalier 4`,
  ).map((line, index) => (index % 2 === 0 ? line.slice(0, 40) : line.slice(0, 30)))
  const issuer = { ...settlementFacts.issuer, name: `Coopérative ${LONG_ACTIVITY}` }
  const person = { ...settlementFacts.person, fullName, addressLines }
  const pdf = await drawn('settlement-receipt', { ...settlementFacts, issuer, person })
  const boxes = runPdfTool('pdftotext', ['-bbox', '-l', '1', '{file}', '-'], pdf)
  const edges = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(?:Adresse)</g
  const inMillimetres = (edge: string | undefined) => (Number(edge) * 25.4) / 72
  const found = [...boxes.matchAll(edges)].map((match) => match.slice(1, 5).map(inMillimetres))
  expect(found).toHaveLength(lines)
  for (const [left, top, right, bottom] of found) {
    expect([left, top]).toEqual([expect.closeTo(110, 0), expect.toSatisfy((y) => y > 45)])
    expect(right).toBeLessThan(190)
    expect(bottom).toBeLessThan(79.1)
  }
})

it.each([0, 4, 8, 12, 16, 20, 24])(
  'a contract with %i objectives more is never signed on a page without an article',
  async (more) => {
    const objectives = Array.from({ length: more }, (_, index) => `aller au marché ${index + 1}`)
    const facts = {
      ...cesaContractFacts,
      objectives: [...cesaContractFacts.objectives, ...objectives],
    }
    const pdf = await drawn('cesa-contract', facts)
    const pages = runPdfTool('pdftotext', ['-layout', '{file}', '-'], pdf).split('\f')
    const signed = pages.find((page) => page.includes('Fait à Lyon'))
    expect(signed).toMatch(/^Article \d+\./m)
  },
)

it('an interview report of any length is signed on the page of its last words', async () => {
  for (const [more, last] of [4, 6, 8, 10, 12, 14, 16, 18, 20].flatMap((n) => [
    [n, 1] as const,
    [n, 40] as const,
  ])) {
    const lines = (count: number, word: string) =>
      Array.from({ length: count }, (_, index) => `${word} ${index + 1}`).join('\n')
    const { report } = interviewReportFacts
    const pdf = await drawn('interview-report', {
      ...interviewReportFacts,
      report: { ...report, review: lines(more, 'Marché'), agreed: lines(last, 'Convenu') },
    })
    const pages = runPdfTool('pdftotext', ['-layout', '{file}', '-'], pdf).split('\f')
    const signed = pages.find((page) => page.includes('Fait à'))
    expect([more, last, signed]).toEqual([more, last, expect.stringContaining(`Convenu ${last}`)])
  }
})

it('a receipt stays on one page under a name of eighty wide letters', async () => {
  const person = { ...settlementFacts.person, fullName: 'W'.repeat(80) }
  const pdf = await drawn('settlement-receipt', { ...settlementFacts, person })
  expect(runPdfTool('pdfinfo', ['{file}'], pdf)).toMatch(/Pages: +1$/m)
})

it('a year of income is one page, and its copy another; one kind of meeting a fortnight too', async () => {
  const months = Array.from({ length: 12 }, (_, index) =>
    incomeMonth({ month: yearMonth(`2026-${String(index + 1).padStart(2, '0')}`) }),
  )
  const facts = { ...incomeFacts, months }
  const model = modelWithCopy('monthly-income-certificate', facts, facts)
  expect(pagesOf(await renderPdf('monthly-income-certificate', model, options))).toBe(2)
  const on = attendanceFacts.attended[0]?.on ?? localDate('2026-09-01')
  const attended = Array.from(
    { length: 18 },
    () => ({ on, what: 'interview', way: 'video' }) as const,
  )
  expect(pagesOf(await drawn('attendance-certificate', { ...attendanceFacts, attended }))).toBe(1)
})

it('a receipt of seven sums is one page; a longer one is signed under what it leaves out', async () => {
  const sumsOf = (length: number) =>
    Array.from({ length }, (_, index) => ({ label: `Somme ${index}`, amountCents: cents(100n) }))
  const seven = await drawn('settlement-receipt', { ...settlementFacts, sums: sumsOf(7) })
  expect(pagesOf(seven)).toBe(1)
  for (const length of [10, 11, 12, 13, 14]) {
    const pdf = await drawn('settlement-receipt', { ...settlementFacts, sums: sumsOf(length) })
    const pages = runPdfTool('pdftotext', ['-layout', '{file}', '-'], pdf).split('\f')
    expect(pages.find((page) => page.includes('Fait à'))).toContain('part variable')
  }
})

it('a certificat de travail says exclusively what D1234-6 and L911-8 list', async () => {
  const text = await textOfDrawn('work-certificate', { ...workFacts, coverMonths: null })
  expect(text).not.toMatch(/naissance|Ziguinchor|valoir ce que de droit/)
})

const options = { createdAt: CREATED_AT }
const pagesOf = (pdf: Uint8Array) =>
  Number(/Pages: +(\d+)/.exec(runPdfTool('pdfinfo', ['{file}'], pdf))?.[1])

function drawn<K extends DocumentKind>(kind: K, facts: DocumentFacts[K]): Promise<Uint8Array> {
  return renderPdf(kind, documentModel(kind, facts, 'fr'), { createdAt: CREATED_AT })
}

async function textOfDrawn<K extends DocumentKind>(
  kind: K,
  facts: DocumentFacts[K],
): Promise<string> {
  return textOf(await drawn(kind, facts))
}
