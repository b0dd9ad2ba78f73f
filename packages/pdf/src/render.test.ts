import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, vi } from 'vitest'
import { CREATED_AT, SAMPLES, type Sample } from '../test/given.ts'
import { incomeFacts } from '../test/given-certificates.ts'
import { objectsOf, runPdfTool, structureOf, textOf } from '../test/pdf-tools.ts'
import { documentModel } from './document-kinds.ts'
import type { DocumentLocale } from './documents/shared/facts.ts'
import { renderPdf } from './render.ts'

// Each check starts a public tool, which a loaded machine may keep waiting.
vi.setConfig({ testTimeout: 30_000 })

const LOCALES: readonly DocumentLocale[] = ['fr', 'en']
const CASES = SAMPLES.flatMap((sample) => LOCALES.map((locale) => ({ ...sample, locale })))

describe.each(CASES)('$name in $locale', (sample) => {
  const rendered = render(sample, sample.locale)

  it('says what the committed text says', async () => {
    await expect(textOf(await rendered)).toMatchFileSnapshot(
      `../test/expected/${sample.name}.${sample.locale}.txt`,
    )
  })

  it('is a sound file with every font inside', async () => {
    const pdf = await rendered
    expect(runPdfTool('qpdf', ['--check', '{file}'], pdf)).toContain('No syntax or stream encoding')
    const fonts = runPdfTool('pdffonts', ['{file}'], pdf).trim().split('\n').slice(2)
    expect(fonts).toHaveLength(2)
    for (const font of fonts) expect(font).toMatch(/NotoSans-\w+ .* yes yes yes /)
  })

  it('is tagged, titled and in its language', async () => {
    const pdf = await rendered
    const info = runPdfTool('pdfinfo', ['{file}'], pdf)
    const { title, number } = documentModel(...modelArguments(sample, sample.locale))
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toContain(`${title} – ${number}`)
    const objects = objectsOf(pdf)
    expect(objects).toContain(`/Lang (${sample.locale === 'fr' ? 'fr-FR' : 'en-GB'})`)
    expect(objects).toContain('/DisplayDocTitle true')
    const tags = structureOf(pdf)
    expect(tags[0]).toBe('Document')
    expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1)
    for (const tag of ['P', 'Table', 'TR', 'TH', 'TD']) expect(tags).toContain(tag)
  })

  it('has the same bytes each time it is printed', async () => {
    const again = await render(sample, sample.locale)
    expect(sha256(again)).toBe(sha256(await rendered))
  })
})

describe('pages', () => {
  it.each(
    CASES.filter(
      ({ kind, name }) =>
        // Two accounts at once.
        name !== 'period-statement' &&
        // Hours of three kinds at once.
        name !== 'tutoring-mixed' &&
        ![
          'cape-contract',
          'cesa-contract',
          'contract-amendment',
          'signature-evidence',
          'activity-convention',
        ].includes(kind),
    ),
  )('$name in $locale fits on one page', async (sample) => {
    const info = runPdfTool('pdfinfo', ['{file}'], await render(sample, sample.locale))
    expect(info).toMatch(/^Pages: +1$/m)
  })

  it('gives back the accents that a capital carries beside a dot below, where the eye reads them', async () => {
    const person = { ...incomeFacts.person, fullName: 'Ọ̀yọ́ Ẹ̀gbá Ṣ́adé' }
    const model = documentModel('monthly-income-certificate', { ...incomeFacts, person }, 'fr')
    const pdf = await renderPdf('monthly-income-certificate', model, { createdAt: CREATED_AT })
    expect(await textOf(pdf)).toContain(`atteste que ${person.fullName} est`)
  })

  it('describes the QR code in words', async () => {
    const certificate = CASES.find((sample) => sample.name === 'income-cape')
    if (certificate === undefined) throw new Error('the sample is missing')
    const pdf = await render(certificate, 'fr')
    expect(structureOf(pdf)).toContain('Figure')
    const alt = 'Carré à scanner (code QR). Il ouvre la page de vérification'
    expect(objectsOf(pdf)).toContain(`/Alt <${utf16(alt)}`)
  })
})

describe('worker', () => {
  it('prints the same bytes in a worker thread', async () => {
    const [sample] = SAMPLES
    if (sample === undefined) throw new Error('there is no sample')
    const [kind, facts] = modelArguments(sample, 'fr')
    const worker = new Worker(new URL('../test/render-worker.ts', import.meta.url), {
      workerData: { kind, model: documentModel(kind, facts, 'fr'), createdAt: CREATED_AT },
    })
    const [bytes]: Uint8Array[] = await once(worker, 'message')
    expect(bytes).toEqual(await render(sample, 'fr'))
  })
})

function render(sample: Sample, locale: DocumentLocale): Promise<Uint8Array> {
  const [kind, facts] = modelArguments(sample, locale)
  return renderPdf(kind, documentModel(kind, facts, locale), { createdAt: CREATED_AT })
}

/** A sample keeps its kind and its facts in step; a union of tuples does not show it. */
function modelArguments(sample: Sample, locale: DocumentLocale) {
  return [sample.kind, sample.facts as never, locale] as const
}

function utf16(text: string): string {
  return `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
