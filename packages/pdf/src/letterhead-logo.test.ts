import { describe, expect, it } from 'vitest'
import { archiveFaults } from '../test/archive-faults.ts'
import { CREATED_AT } from '../test/given.ts'
import { entryFacts } from '../test/given-certificates.ts'
import { LOGO } from '../test/given-logo.ts'
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
})
