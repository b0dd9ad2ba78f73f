import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '../time/local-date.ts'
import { type HelpEvent, rippleOf } from './ripple.ts'

const help = (tutorId: string, tuteeId: string, on: string): HelpEvent => ({
  tutorId,
  tuteeId,
  on: localDate(on),
})

describe('who helped whom', () => {
  it('looks at each help a few times, also around somebody who helped thousands and was helped by as many', () => {
    let looks = 0
    const counted = (event: HelpEvent): HelpEvent => ({
      ...event,
      get tuteeId() {
        looks += 1
        return event.tuteeId
      },
    })
    const many = Array.from({ length: 2_000 }, (_, n) => n)
    const events = [
      ...many.map((n) => help('hub', `helped-${n}`, '2024-01-10')),
      ...many.map((n) => help(`tutor-${n}`, 'hub', '2025-01-10')),
    ].map(counted)
    expect(rippleOf(events).helpers).toBe(2_001)
    expect(looks).toBeLessThan(100 * events.length)
  })

  it('shows a chain over three years, step by step, with its days', () => {
    const ripple = rippleOf([
      help('moussa', 'awa', '2024-03-04'),
      help('moussa', 'kofi', '2024-05-06'),
      help('awa', 'lamine', '2025-02-03'),
      help('awa', 'lamine', '2025-09-03'),
      help('lamine', 'ines', '2026-01-15'),
      help('sira', 'haby', '2026-01-20'),
    ])
    expect(ripple).toMatchObject({
      helpers: 4,
      helped: 5,
      becameHelpers: 2,
      longestChain: 3,
      years: [
        { year: 2024, helpers: 1, helped: 2, newHelpers: 0 },
        { year: 2025, helpers: 1, helped: 1, newHelpers: 1 },
        { year: 2026, helpers: 2, helped: 2, newHelpers: 1 },
      ],
    })
    expect(ripple.chains.map(({ id, step, nowHelping }) => [id, step, nowHelping])).toEqual([
      ['moussa', 0, 1],
      ['awa', 1, 1],
      ['lamine', 2, 0],
    ])
    expect(ripple.chains[1]).toMatchObject({
      helpedBy: { id: 'moussa', on: '2024-03-04' },
      helpsFrom: '2025-02-03',
      people: [{ id: 'lamine', on: '2025-02-03' }],
    })
  })

  it('makes no chain of two people who help each other, nor of help given first or on the same day', () => {
    const mutual = rippleOf([help('a', 'b', '2026-01-01'), help('b', 'a', '2026-02-01')])
    expect(mutual).toMatchObject({ helpers: 2, becameHelpers: 0, longestChain: 0, chains: [] })
    const before = rippleOf([help('b', 'c', '2026-01-01'), help('a', 'b', '2026-02-01')])
    expect(before).toMatchObject({ becameHelpers: 0, longestChain: 0, chains: [] })
    const sameDay = rippleOf([help('a', 'b', '2026-01-01'), help('b', 'c', '2026-01-01')])
    expect(sameDay).toMatchObject({ becameHelpers: 0, longestChain: 0 })
  })

  it('counts somebody who goes on helping after they were helped, without a place in the chain', () => {
    const { chains, becameHelpers } = rippleOf([
      help('b', 'c', '2024-01-01'),
      help('a', 'b', '2025-01-01'),
      help('b', 'c', '2026-01-01'),
    ])
    expect(becameHelpers).toBe(0)
    expect(chains).toMatchObject([{ id: 'a', nowHelping: 1, step: 0 }])
  })

  it('says the same whatever the order of the events, and never names somebody twice', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f']
    const event = fc
      .tuple(fc.constantFrom(...people), fc.constantFrom(...people), fc.nat(900))
      .filter(([tutor, tutee]) => tutor !== tutee)
      .map(([tutor, tutee, n]) => help(tutor, tutee, addDays(localDate('2024-01-01'), n)))
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const ripple = rippleOf(events)
        expect(rippleOf(events.toReversed())).toEqual(ripple)
        const ids = ripple.chains.map((helper) => helper.id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { helpedBy, helpsFrom } of ripple.chains)
          if (helpedBy !== null) expect(helpedBy.on < helpsFrom).toBe(true)
        const inChains = ripple.chains.filter((helper) => helper.step > 0).length
        expect(inChains).toBe(ripple.becameHelpers)
      }),
    )
  })
})
