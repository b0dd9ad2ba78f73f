import { describe, expect, it } from 'vitest'
import { cape, careerOf, contract } from '../../test/given-career.ts'
import { brokenBy, capeLinks, linkBehind } from './cape-chain.ts'
import type { CareerContract } from './career.ts'

function links(contracts: CareerContract[]): string[] {
  return capeLinks(careerOf(contracts)).map(
    ({ contract: own, sequence, first, previous, next }) =>
      `${own.id} ${sequence} of ${first.id}, after ${previous?.id ?? '-'}, before ${next?.id ?? '-'}`,
  )
}

describe('capeLinks', () => {
  it('follows the days of one activity, whatever each names and however long after', () => {
    const chain = [
      cape('2025-03-01', '2025-03-31', { id: 'c', renewalOf: 'b' }),
      cape('2025-01-01', '2025-01-31', { id: 'a' }),
      cape('2025-02-01', '2025-02-28', { id: 'b' }),
      cape('2026-02-01', '2026-02-28', { id: 'd' }),
    ]
    expect(links(chain)).toEqual([
      'a 0 of a, after -, before b',
      'b 1 of a, after a, before c',
      'c 2 of a, after b, before d',
      'd 3 of a, after c, before -',
    ])
  })

  it('goes on from the renewals that were counted elsewhere', () => {
    const known = cape('2025-01-01', '2025-06-30', { id: 'a', sequence: 1 })
    const wanted = cape('2025-07-01', '2025-12-31', { id: 'b' })
    expect(links([known, wanted])).toEqual([
      'a 1 of a, after -, before b',
      'b 2 of a, after a, before -',
    ])
    expect(brokenBy(linkBehind(cape('2026-01-01', '2026-06-30'), [known, wanted]))).toMatchObject([
      { code: 'cape-third-renewal' },
    ])
  })

  it('stops when contracts renew each other, and skips what never took effect', () => {
    const circle = [
      cape('2025-01-01', '2025-01-31', { id: 'a', renewalOf: 'b' }),
      cape('2025-02-01', '2025-02-28', { id: 'b', renewalOf: 'a' }),
      cape('2025-03-01', '2025-02-28', { id: 'never' }),
      contract('CDI', '2025-03-01'),
    ]
    expect(links(circle).map((link) => link.slice(0, 1))).toEqual(['a', 'b'])
  })
})
