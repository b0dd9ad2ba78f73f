import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Range = readonly [from: number, to: number]

const css = readFileSync(join(import.meta.dirname, 'fonts.css'), 'utf8')
const parts = [...css.matchAll(/unicode-range:([^;]+);/g)].map(([, text = '']) =>
  text.split(',').map(rangeOf),
)

function rangeOf(text: string): Range {
  const [from = '', to = from] = text.trim().replace('U+', '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

/** Whether one part of the font draws all of this: a letter with its marks comes from one font. */
function isDrawnByOne(cluster: string): boolean {
  const points = [...cluster].map((letter) => letter.codePointAt(0) ?? 0)
  return parts.some((ranges) =>
    points.every((point) => ranges.some(([from, to]) => point >= from && point <= to)),
  )
}

describe('the font of the pages', () => {
  it.each([
    ['Yoruba', 'ẹọṣẸỌṢẹ́ọ̀ẹ̀ọ́ńǹ'],
    ['Igbo', 'ịọụṅỊỌỤṄ'],
    ['Bambara, Dioula', 'ɛɔɲŋƐƆƝŊɛ́ɔ̀'],
    ['Ewe, Fon', 'ɖƒɣʋɛɔŋĐƉƑƔƲɛ̃ɔ̃ɛ́'],
    ['Pulaar, Hausa', 'ɓɗƴƙŋñɠƁƊƳƘ'],
    ['Wolof, Serer', 'ëéóàñŋƭƥƈ'],
    ['Lingala, Ngombe', 'ɛɔɛ́ɔ́'],
    ['Akan, Ga', 'ɛɔŋƐƆŊ'],
    ['Vietnamese', 'ễộữặẩỹđơư'],
    ['Turkish, Romanian, Polish', 'ğıİşțșăâłżźęąń'],
  ])('draws each letter of %s', (_language, letters) => {
    const clusters = new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(
      letters.normalize('NFC'),
    )
    const missing = [...clusters].map(({ segment }) => segment).filter((it) => !isDrawnByOne(it))
    expect(missing).toEqual([])
  })
})
