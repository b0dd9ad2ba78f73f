import { describe, expect, it } from 'vitest'
import { permilleText, readConvention, readPermille } from './convention-values.ts'

describe('readPermille', () => {
  it('reads a percent as people type it, to a tenth', () => {
    expect(['60', '33,4', '33.4', ' 0,1 ', '99,9 %', '05'].map(readPermille)).toEqual([
      600, 334, 334, 1, 999, 50,
    ])
    expect(['', '0', '100', '33,45', '-5', 'moitié', '1/3'].map(readPermille)).toEqual(
      Array.from({ length: 7 }, () => null),
    )
  })

  it('gives back what was typed', () => {
    for (let permille = 1; permille < 1_000; permille++)
      expect(readPermille(permilleText(permille))).toBe(permille)
  })
})

describe('readConvention', () => {
  const terms = { nature: '', paySplit: '', clientele: '', tradeName: '', sharedGoods: '' }
  const share = (personId: string, percent: string) => ({ personId, name: personId, percent })
  const read = (...shares: ReturnType<typeof share>[]) =>
    readConvention({ startsOn: '2026-12-01', shares, terms })

  it('gives the body once the shares make the whole', () => {
    expect(read(share('a', '60'), share('b', '40'))).toMatchObject({
      body: { shares: [{ sharePermille: 600 }, { sharePermille: 400 }] },
    })
  })

  it('says what slipped, and by how much', () => {
    expect(read(share('a', '60'), share('b', '30'))).toEqual({
      slips: { shares: { missingPermille: 100 } },
    })
    expect(read(share('a', '60'), share('b', '50'))).toEqual({
      slips: { shares: { missingPermille: -100 } },
    })
    expect(read(share('a', '60'), share('b', 'le reste'))).toEqual({ slips: { percent: [1] } })
    expect(read(share('a', '60'))).toEqual({ slips: { shares: 'two' } })
    expect(readConvention({ startsOn: '', shares: [], terms })).toMatchObject({
      slips: { startsOn: 'missing' },
    })
  })
})
