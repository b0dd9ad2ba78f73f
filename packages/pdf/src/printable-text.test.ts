import { describe, expect, it, vi } from 'vitest'
import { CREATED_AT } from '../test/given.ts'
import { incomeFacts } from '../test/given-certificates.ts'
import { person } from '../test/given-people.ts'
import { textOf } from '../test/pdf-tools.ts'
import { monthlyIncomeCertificateModel } from './documents/monthly-income-certificate/model.ts'
import {
  legible,
  printableText,
  UnsupportedCharactersError,
  unsupportedCharacters,
} from './printable-text.ts'
import { renderPdf } from './render.ts'

// Each check starts a public tool, which a loaded machine may keep waiting.
vi.setConfig({ testTimeout: 30_000 })

function certificateFor(fullName: string): Promise<Uint8Array> {
  const facts = { ...incomeFacts, person: { ...person, fullName } }
  const model = monthlyIncomeCertificateModel(facts, 'fr')
  return renderPdf('monthly-income-certificate', model, { createdAt: CREATED_AT })
}

describe('names', () => {
  it.each([
    'Ŋalla N’Diaye',
    'Ẹbùn Şahin',
    'Kɔfi Ɛsi-Mensah',
    'Ɓaldé',
    'Ƴero',
    'Ɗawda Ɲaɲe',
    'Nguyễn Thị Ánh',
    'Łukasz Žižek',
    'Ọlá Ṣówándé',
    'Oumar Bâ-Œuvrard',
    'Ɖɔsɛ́ɛ Àgbǎ',
    'M̀bɔ́ N̄zɛ̀ Ŋ̀gà',
    'İsmail Işıklı ıĞDIR',
    'Nʼkoulou Mˈba D‘Almeida',
    'Đặng Ưng Ỷ',
    'X',
  ])('%s comes back letter by letter', async (name) => {
    const text = textOf(await certificateFor(name))
    expect(text).toContain(`atteste que ${name} est titulaire`)
  })

  it('keeps every letter beside a name that decomposes', async () => {
    const text = textOf(await certificateFor('Ẹ E Ị I ẹ e ị i É fi ffi'))
    expect(text).toContain('atteste que Ẹ E Ị I ẹ e ị i É fi ffi est titulaire')
  })

  it('keeps marks that no single letter carries', async () => {
    const text = textOf(await certificateFor('Adɛ\u0300 Ọ\u0300ṣun'))
    // Poppler may put a space before such a mark; letters and order are what counts.
    expect(text.replaceAll(' ', '')).toContain('attestequeAdɛ\u0300Ọ\u0300ṣunest')
  })

  it('is refused with more marks on a letter than a line has room for', () => {
    const heap = 'Zi\u0310\u0330\u0342\u035c\u0334'
    expect(unsupportedCharacters(heap)).toEqual(['\u035c'])
    expect(legible(heap)).not.toContain('\u035c')
    expect(unsupportedCharacters(legible(heap))).toEqual([])
    expect(unsupportedCharacters('Ẹ\u0303\u0300\u0304bun')).toEqual([])
  })

  it('does not depend on the documents printed before', async () => {
    const first = await certificateFor('Emma Diallo')
    await certificateFor('Ẹbùn Ịfẹ ﬃ')
    expect(Buffer.compare(await certificateFor('Emma Diallo'), first)).toBe(0)
  })

  it('comes back composed when it was typed with combining marks', async () => {
    expect(textOf(await certificateFor('E\u0323bu\u0300n'))).toContain('Ẹbùn est titulaire')
  })

  it('is refused, with its letters, when no font has them', async () => {
    const refusal = await certificateFor('فاطمة Diop').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(UnsupportedCharactersError)
    expect(refusal).toMatchObject({
      code: 'pdf.unsupported_characters',
      characters: ['ف', 'ا', 'ط', 'م', 'ة'],
      text: expect.stringContaining('فاطمة Diop'),
    })
  })

  it('is not in the message of the refusal, which is logged', () => {
    const { message } = new UnsupportedCharactersError('فاطمة Diop', ['ف', 'ا', 'ط', 'م', 'ة'])
    expect(message).not.toMatch(/[\p{Script=Arabic}]|Diop/u)
    expect(message).toContain('5')
  })
})

describe('unsupportedCharacters', () => {
  it('is empty for the languages of the cooperatives', () => {
    const letters = 'ɓɗɛɔŋƴɲɣʋɖƒǝ ƁƊƐƆŊƳƝƔƲƉƑƎ ẹọṣịụ ẸỌṢỊỤ éèêëàâäùûüîïôöçœæÿ ñãõ ışğ żł'
    expect(unsupportedCharacters(letters)).toEqual([])
    expect(unsupportedCharacters('1\u202f234,50\u00a0€ \u2212 – — “ ” « » ’ · ×')).toEqual([])
  })

  it('lists each missing character once', () => {
    expect(unsupportedCharacters('中 a 中 🙂')).toEqual(['中', '🙂'])
  })

  it.each([
    'فاطمة',
    '李小龙',
    '김철수',
    'Ana 🦁',
    'ⴰⵎⴰⵣⵉⵖ',
    'ߞߊ߲ߞߊ߲',
    'አበበ',
    'தமிழ்',
    'Ⴀna',
    'Ａｗａ',
    '𝓐𝓵𝓲',
  ])('refuses %s', (name) => {
    expect(unsupportedCharacters(name)).not.toEqual([])
  })
})

describe('legible', () => {
  it('marks each character that cannot be printed, and keeps the others', () => {
    expect(legible('Café ☕\ufe0f chez عائ')).toBe('Café \ufffd chez \ufffd\ufffd\ufffd')
    expect(unsupportedCharacters(legible('عائشة\n中 🙂'))).toEqual([])
  })

  it('keeps what can be printed as it is', () => {
    expect(legible('Ŋalla Ọ\u0300ṣun\nƁaldé 1\u202f000 €')).toBe(
      'Ŋalla Ọ\u0300ṣun\nƁaldé 1\u202f000 €'.normalize('NFC'),
    )
  })
})

describe('printableText', () => {
  it('drops the controls that reverse or hide letters', () => {
    expect(printableText('\u202eNda\u200bo\u2066\u2069 \u200fFall\ufeff\u0007')).toBe('Ndao Fall')
    expect(printableText('Jo\u034fe\u3164 D\u115fia\u{e0041}\u180e')).toBe('Joe Dia')
  })

  it('keeps line breaks and the spaces of French', () => {
    expect(printableText('1\u202f000\u00a0€\r\nsuite')).toBe('1\u202f000\u00a0€\nsuite')
  })

  it('has a space where a tab was, which no font draws', () => {
    expect(printableText('Diop\tAwa')).toBe('Diop Awa')
    expect(unsupportedCharacters('Diop\tAwa')).toEqual([])
  })
})
