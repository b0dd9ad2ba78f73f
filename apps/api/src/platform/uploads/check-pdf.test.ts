import { describe, expect, it } from 'vitest'
import { pdf } from '../../../test/hostile-files.ts'
import { checkPdf } from './check-pdf.ts'

const text = (content: string) => Buffer.from(content, 'latin1')

describe('a PDF to keep', () => {
  it.each([
    ['one page', pdf()],
    ['objects packed in a stream', pdf({ objectStream: '5 0 <</Type /Font>>' })],
    ['the page that opens first, as word processors write it', opening('[3 0 R /XYZ null null 0]')],
    ['an incremental end', Buffer.concat([pdf(), text('\n%%EOF\r\n')])],
  ])('may have %s', (_what, bytes) => {
    expect(checkPdf(bytes)).toBeNull()
  })

  it.each([
    ['JavaScript', pdf({ catalogue: '/AA <</S /JavaScript /JS (x)>>' })],
    ['/J#61vaScript', pdf({ catalogue: '/Names <</S /J#61vaScript>>' })],
    ['/#4Caunch', pdf({ catalogue: '/Names <</S /#4caunch>>' })],
    ['packed JavaScript', pdf({ objectStream: '5 0 <</S /JavaScript /JS (x)>>' })],
    ['an act on opening', opening('<</S /URI /URI (https://exemple.test)>>')],
    ['an act on opening elsewhere', opening('9 0 R')],
    ['a program to start', pdf({ catalogue: '/Names <</S /Launch>>' })],
    ['a file inside', pdf({ catalogue: '/Names <</EmbeddedFiles 9 0 R>>' })],
    ['a form that sends', pdf({ catalogue: '/A <</S /SubmitForm>>' })],
    ['XFA', pdf({ catalogue: '/AcroForm <</XFA 9 0 R>>' })],
  ])('may not have %s', (_what, bytes) => {
    expect(checkPdf(bytes)).toBe('pdf-active')
  })

  it('may not hide an object among the bytes of a picture, where an offset finds it', () => {
    const hidden =
      '9 0 obj <</Length 60>> stream\n8 0 obj <</S /JavaScript>> endobj endstream endobj'
    expect(checkPdf(pdf({ after: hidden }))).toBe('pdf-active')
  })

  it.each([
    ['is encrypted', pdf({ catalogue: '/Encrypt 9 0 R' }), 'pdf-encrypted'],
    ['is cut', pdf().subarray(0, 60), 'file-unreadable'],
    ['has no page', text('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n%%EOF'), 'file-unreadable'],
    ['has a second file behind it', Buffer.concat([pdf(), text('<script>')]), 'file-dangerous'],
    ['is an archive too', pdf({ after: 'PK\x05\x06' }), 'file-dangerous'],
    [
      'packs what nobody can read',
      pdf({ objectStream: 'bomb', isBroken: true }),
      'file-unreadable',
    ],
    ['unfolds to gigabytes', pdf({ objectStream: ' '.repeat(30_000_000) }), 'file-unreadable'],
  ])('is refused when it %s', (_what, bytes, code) => {
    expect(checkPdf(bytes)).toBe(code)
  })

  it.each([
    ['stream\n', 1_000_000],
    ['/ObjStm ', 1_000_000],
    ['1 ', 4_000_000],
    ['/ObjStm>>stream\n', 500_000],
  ])('is looked at in a short time when it repeats %j', (word, times) => {
    const started = performance.now()
    checkPdf(Buffer.concat([pdf().subarray(0, 300), text(word.repeat(times)), text('\n%%EOF')]))
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

function opening(act: string): Uint8Array {
  return pdf({ catalogue: `/OpenAction ${act}` })
}
