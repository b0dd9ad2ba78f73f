import { ZERO } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { describe, expect, it, vi } from 'vitest'
import { archiveFaults } from '../test/archive-faults.ts'
import { CREATED_AT } from '../test/given.ts'
import { capeContractFacts } from '../test/given-cape-contract.ts'
import { cesaContractFacts } from '../test/given-cesa-contract.ts'
import { contractAmendmentFacts } from '../test/given-contract-amendment.ts'
import { interviewReportFacts } from '../test/given-interview-report.ts'
import { runPdfTool, textOf } from '../test/pdf-tools.ts'
import { type DocumentFacts, type DocumentKind, documentModel } from './document-kinds.ts'
import type { CapeContractFacts } from './documents/cape-contract/facts.ts'
import { renderPdf } from './render.ts'

// Each check starts a public tool, which a loaded machine may keep waiting.
vi.setConfig({ testTimeout: 30_000 })

/** What staff type when a clause has its own list. */
const CLAUSE = Array.from(
  { length: 28 },
  (_, index) =>
    `${index + 2} clients au moins, chacun avec sa facture :\n– un marché ;\n\n– un repas.`,
).join('\n')
const ONE_BLOCK = 'La personne suit ses chiffres chaque semaine depuis le mois de mars. '
  .repeat(58)
  .trim()

describe('words of several pages', () => {
  it('a clause of an amendment stays on the paper, above the foot of its pages', async () => {
    const changes = {
      minimumActivity: { before: CLAUSE, after: `${CLAUSE}\nFin.` },
      means: { before: null, after: CLAUSE },
    }
    const pdf = await drawn('contract-amendment', { ...contractAmendmentFacts, changes })
    expect(lowestWord(pdf)).toBeLessThan(FOOT)
    const text = textOf(pdf)
    expect(text.match(/^29 clients au moins/gm)).toHaveLength(3)
    expect(text).toMatch(/^Moyens mis en œuvre avant le 1er janvier 2028\nvoir le contrat$/m)
    expect(archiveFaults(pdf)).toEqual([])
  })

  it('a clause of a CESA begins where the page has room', async () => {
    const pdf = await drawn('cesa-contract', { ...cesaContractFacts, minimumActivity: CLAUSE })
    const [first] = pagesOf(pdf)
    expect(first).toContain('Obligations d’activité minimale : 2 clients')
    expect(lowestWord(pdf)).toBeLessThan(FOOT)
  })

  it('no heading of a report is alone at the end of a page, whatever stands before', async () => {
    const { report } = interviewReportFacts
    for (let lines = 1; lines <= 14; lines += 1) {
      const review = Array.from({ length: 2 * lines }, (_, index) => `Marché ${index}`).join('\n')
      const facts = { ...interviewReportFacts, report: { ...report, review, needs: ONE_BLOCK } }
      const pdf = await drawn('interview-report', facts)
      const ends = pagesOf(pdf).map((page) => page.split(/\n\s*/).at(-3))
      expect(ends).not.toContain('Besoins d’accompagnement')
      expect(textOf(pdf).match(/chiffres/g)).toHaveLength(58)
      expect(archiveFaults(pdf)).toEqual([])
    }
  })

  it('a word longer than a page goes on over it, and a tab is no empty box', async () => {
    const { report } = interviewReportFacts
    const pdf = await drawn('interview-report', {
      ...interviewReportFacts,
      report: { ...report, review: 'M'.repeat(3_990), needs: 'Lundi\tMardi' },
    })
    expect(lowestWord(pdf)).toBeLessThan(FOOT)
    expect(textOf(pdf).match(/M/g)?.length).toBeGreaterThanOrEqual(3_990)
    const boxes = runPdfTool('pdftotext', ['-bbox', '{file}', '-'], pdf)
    expect(boxes).toMatch(/>Lundi<\/word>\s*<word [^>]*>Mardi</)
    expect(archiveFaults(pdf)).toEqual([])
  })

  it('words that end where a page ends are signed under their last two lines', async () => {
    const { report } = interviewReportFacts
    for (let lines = 1; lines <= 25; lines += 1) {
      const review = Array.from({ length: lines }, (_, index) => `Marché ${index}`).join('\n')
      const facts = { ...interviewReportFacts, report: { ...report, review, agreed: ONE_BLOCK } }
      const pages = pagesOf(await drawn('interview-report', facts))
      expect(pages.find((page) => page.includes('Fait à'))).toContain('chaque semaine')
    }
  })
})

describe('a CAPE says what is true of it', () => {
  const cape = async (over: Partial<CapeContractFacts>) =>
    textOf(await drawn('cape-contract', { ...capeContractFacts, ...over })).replaceAll('\n', ' ')

  it('names what it renews, and how often it can be renewed', async () => {
    const renews = { number: 'CAPE-2025-007', endsOn: localDate('2026-08-31') }
    const second = await cape({ sequence: 1, renews })
    expect(second).toContain(
      'Il renouvelle le contrat CAPE-2025-007, dont le dernier jour est le 31 août 2026.',
    )
    expect(second).toContain('Il peut encore être renouvelé une fois')
    const last = await cape({ sequence: 2, renews })
    expect(last).toContain('Il ne peut plus être renouvelé')
    expect(last).not.toContain('renouvelé deux fois')
  })

  it('does not plan what has begun, nor exempt the first months twice', async () => {
    const text = await cape({ activityStartsOn: localDate('2025-04-01') })
    expect(text).toContain('L’activité économique a commencé le 1er avril 2025.')
    expect(text).not.toContain('est prévu')
    expect(text).toContain('comptés depuis celui où commence le premier contrat de cette activité')
  })

  it.each([
    [{ declarationDueDay: 1 }, 'au plus tard le 1er du mois suivant'],
    [{ noticeDays: 0 }, 'par un écrit remis à l’autre, sans préavis.'],
    [{ noticeDays: 1 }, 'avec un préavis d’un jour.'],
    [{ monthlyPayBeforeCents: ZERO }, 'La personne ne reçoit pas de rémunération avant'],
    [{ activity: 'Fruits, légumes, etc.' }, 'suivante : Fruits, légumes, etc. Ce contrat'],
    [{ means: [{ name: 'Un four', amount: '', conditions: ' ' }] }, 'Un four  —  —'],
  ])('writes %o as people do', async (over, words) => {
    expect(await cape(over)).toContain(words)
  })
})

/** Where the line above the foot of a page stands, in points from its top. */
const FOOT = 841.89 - 56

/** How far down the words of a document go, but those of the foot of its pages. */
function lowestWord(pdf: Uint8Array): number {
  const boxes = runPdfTool('pdftotext', ['-bbox-layout', '{file}', '-'], pdf)
  const lines = [...boxes.matchAll(/<line [^>]*yMax="([\d.]+)">([\s\S]*?)<\/line>/g)]
  const words = lines.filter(([, , line]) => !/SIREN|>page</.test(line ?? ''))
  return Math.max(...words.map(([, yMax]) => Number(yMax)))
}

function pagesOf(pdf: Uint8Array): string[] {
  return runPdfTool('pdftotext', ['-layout', '{file}', '-'], pdf).split('\f')
}

function drawn<K extends DocumentKind>(kind: K, facts: DocumentFacts[K]): Promise<Uint8Array> {
  return renderPdf(kind, documentModel(kind, facts, 'fr'), { createdAt: CREATED_AT })
}
