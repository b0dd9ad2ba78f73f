import { expect, it } from 'vitest'
import { safeName } from './safe-name.ts'

it.each([
  ['../../cv été.txt.png', 'cv ététxt.jpg'],
  ["C:\\papiers\\L’attestation d'Awa (1).png", "L’attestation d'Awa (1).jpg"],
  ['Pièce d’identité.png'.normalize('NFD'), 'Pièce d’identité.jpg'.normalize('NFC')],
  ['Ọ\u0300ṣun Ɖɔsɛ\u0301ɛ.png', 'Ọ\u0300ṣun Ɖɔsɛ\u0301ɛ.jpg'.normalize('NFC')],
  ['CON.png', '_CON.jpg'],
  ['nul', '_nul.jpg'],
  ['com¹ .png', '_com¹.jpg'],
  ['.png', 'document.jpg'],
  ['.caché.png', 'caché.jpg'],
  ['facture "a:b"|c?*<d>.png', 'facture abcd.jpg'],
  ['\u202egnp.awa\u200f\u034f.png', 'gnpawa.jpg'],
  ['a\n/b\u2028.png', 'b.jpg'],
])('%j is kept as %j', (given, kept) => {
  expect(safeName(given, 'jpg')).toBe(kept)
})

it.each(['é', '漢', 'Ọ\u0300', '𝓐', `a${'\u0301'.repeat(40)}`])(
  'cuts two hundred %j between two letters, short enough for any folder',
  (letter) => {
    const name = safeName(`${letter.repeat(200)}.pdf`, 'pdf')
    expect(Buffer.byteLength(`0001-${name}`)).toBeLessThan(255)
    expect(name.slice(0, -4).normalize('NFC').replaceAll(letter.normalize('NFC'), '')).toBe('')
    expect(name).not.toBe('document.pdf')
  },
)
