import { describe, expect, it } from 'vitest'
import { readStrictJson } from './strict-json.ts'

const VALUES = [
  'null',
  '-0.5e+3',
  '"\\ud83d\\ude00 \\"é"',
  '[]',
  '{}',
  ' [1 ,{"a":[{}]}]\r\n',
  '{"a":{"a":1},"b":[{"a":1}]}',
]
const BROKEN = [
  '',
  ' ',
  '{',
  '[1,]',
  '{"a":1,}',
  '{a:1}',
  "{'a':1}",
  '{"a" 1}',
  '[1 2]',
  '[01]',
  '[1.]',
  '[+1]',
  '[NaN]',
  '[truex]',
  '["\\x"]',
  '["\t"]',
  '[1]]',
  '[1}',
  '// a\n1',
  '"\\u12"',
  '1 2',
]

describe('readStrictJson', () => {
  it.each(VALUES)('reads %j as JSON.parse does', (text) => {
    expect(readStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  it.each(BROKEN)('refuses %j as JSON.parse does', (text) => {
    expect(() => JSON.parse(text)).toThrow()
    expect(readStrictJson(text)).toMatchObject({ ok: false, problem: 'not-json' })
  })

  it('agrees with JSON.parse on every text one letter away from a good one', () => {
    const good = '{"a":[1,-2.5e3,"x\\n",true],"b":{"c":null}}'
    const letters = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '0',
      '1',
      '.',
      '-',
      'e',
      't',
      ' ',
      '\n',
    ]
    const near = [...good].flatMap((_, at) => [
      good.slice(0, at) + good.slice(at + 1),
      ...letters.flatMap((letter) => [
        good.slice(0, at) + letter + good.slice(at),
        good.slice(0, at) + letter + good.slice(at + 1),
      ]),
    ])
    const parses = (text: string) => {
      try {
        JSON.parse(text)
        return true
      } catch {
        return false
      }
    }
    expect(near.filter((text) => readStrictJson(text).ok !== parses(text))).toEqual([])
  })

  it('says where a key is written a second time, however it is spelled', () => {
    expect(readStrictJson('{"list":[0,\n {"end":1,"\\u0065nd":2}]}')).toEqual({
      ok: false,
      problem: 'key-twice',
      line: 2,
      column: 11,
      path: ['list', 1, 'end'],
    })
  })

  it('reads what is nested a hundred thousand times', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(readStrictJson(deep).ok).toBe(true)
    expect(readStrictJson(`${deep}]`)).toMatchObject({ ok: false, column: 200_001 })
  })

  it('reads a long text', () => {
    const long = JSON.stringify('a\\"\n'.repeat(500_000))
    expect(readStrictJson(long).ok).toBe(true)
  })
})
