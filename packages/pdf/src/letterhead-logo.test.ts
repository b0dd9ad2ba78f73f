import { describe, expect, it } from 'vitest'
import { archiveFaults } from '../test/archive-faults.ts'
import { CREATED_AT } from '../test/given.ts'
import { activityConventionFacts } from '../test/given-activity-convention.ts'
import { capeContractFacts } from '../test/given-cape-contract.ts'
import { capeNoticeFacts } from '../test/given-cape-notice.ts'
import { entryFacts } from '../test/given-certificates.ts'
import { contractAmendmentFacts } from '../test/given-contract-amendment.ts'
import { interviewReportFacts } from '../test/given-interview-report.ts'
import { LOGO } from '../test/given-logo.ts'
import { statementFacts } from '../test/given-month.ts'
import { objectsOf, runPdfTool, textOf } from '../test/pdf-tools.ts'
import { documentModel } from './document-kinds.ts'
import { renderPdf } from './render.ts'

const issuer = {
  ...entryFacts.issuer,
  name: 'Coopérative d’activité et d’emploi des entrepreneuses et entrepreneurs de la vallée',
}
const model = documentModel('cape-entry-certificate', { ...entryFacts, issuer }, 'fr')

describe('a letterhead with a logo', () => {
  it('is as sound for archives and screen readers, says what the picture is, and stays on one page', async () => {
    const pdf = await renderPdf('cape-entry-certificate', model, {
      createdAt: CREATED_AT,
      logo: LOGO,
    })
    expect(archiveFaults(pdf)).toEqual([])
    const objects = objectsOf(pdf)
    expect(objects).not.toMatch(/\/SMask|\/DeviceCMYK/)
    const alt = Buffer.from(`Logo de ${issuer.name}`, 'utf16le').swap16().toString('hex')
    expect(objects).toContain(`/Alt <feff${alt}>`)
    expect(runPdfTool('qpdf', ['--check', '{file}'], pdf)).toContain('No syntax')
    expect(runPdfTool('pdfinfo', ['{file}'], pdf)).toMatch(/^Pages: +1$/m)
    const again = await renderPdf('cape-entry-certificate', model, {
      createdAt: CREATED_AT,
      logo: LOGO,
    })
    expect(Buffer.from(again).equals(Buffer.from(pdf))).toBe(true)
  })

  it('leaves the words of the document as they are without one', async () => {
    const words = async (logo: typeof LOGO | null) =>
      (
        await textOf(
          await renderPdf('cape-entry-certificate', model, { createdAt: CREATED_AT, logo }),
        )
      )
        .split(/\s+/)
        .sort()
    expect(await words(LOGO)).toEqual(await words(null))
  })

  it.each([
    ['cape-contract', () => documentModel('cape-contract', capeContractFacts, 'fr')],
    ['cape-notice', () => documentModel('cape-notice', capeNoticeFacts, 'fr')],
    ['contract-amendment', () => documentModel('contract-amendment', contractAmendmentFacts, 'fr')],
    ['interview-report', () => documentModel('interview-report', interviewReportFacts, 'fr')],
    ['account-statement', () => documentModel('account-statement', statementFacts, 'en')],
    [
      'activity-convention',
      () => documentModel('activity-convention', activityConventionFacts, 'fr'),
    ],
  ] as const)('heads a %s, which takes no page more for it', async (kind, modelOf) => {
    const drawn = async (logo: typeof LOGO | null) => {
      const pdf = await renderPdf(kind, modelOf() as never, { createdAt: CREATED_AT, logo })
      return { pdf, pages: runPdfTool('pdfinfo', ['{file}'], pdf).match(/^Pages: +(\d+)$/m)?.[1] }
    }
    const { pdf, pages } = await drawn(LOGO)
    expect(archiveFaults(pdf)).toEqual([])
    expect(objectsOf(pdf)).toContain('/Subtype /Image')
    expect(pages).toBe((await drawn(null)).pages)
  })
})
