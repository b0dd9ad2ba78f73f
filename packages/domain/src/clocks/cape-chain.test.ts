import { describe, expect, it } from 'vitest'
import { cape, careerOf, contract } from '../../test/given-career.ts'
import { capeLinks } from './cape-chain.ts'
import type { CareerContract } from './career.ts'

function links(contracts: CareerContract[]): string[] {
  return capeLinks(careerOf(contracts)).map(
    ({ contract: own, sequence, first, previous, next }) =>
      `${own.id} ${sequence} of ${first.id}, after ${previous?.id ?? '-'}, before ${next?.id ?? '-'}`,
  )
}

describe('capeLinks', () => {
  it('follows what each names, and the day after when it names nothing', () => {
    const chain = [
      cape('2025-03-01', '2025-03-31', { id: 'c', renewalOf: 'b' }),
      cape('2025-01-01', '2025-01-31', { id: 'a' }),
      cape('2025-02-01', '2025-02-28', { id: 'b' }),
      cape('2026-02-01', '2026-02-28', { id: 'd' }),
    ]
    expect(links(chain)).toEqual([
      'a 0 of a, after -, before b',
      'b 1 of a, after a, before c',
      'c 2 of a, after b, before -',
      'd 0 of d, after -, before -',
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
