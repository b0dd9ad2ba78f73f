import { readdirSync, readFileSync } from 'node:fs'
import { clocksOf } from '@terreau/domain/clocks/clocks-of'
import { CLOCK_KINDS } from '@terreau/domain/clocks/rules'
import { localDate } from '@terreau/domain/time/local-date'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { careerFile, careerOfFile } from './career-file.ts'

const RULES = new URL('../../../docs/rules/', import.meta.url)

const example = z.strictObject({
  file: careerFile,
  gives: z
    .array(
      z.strictObject({
        clock: z.enum(CLOCK_KINDS),
        contract: z.string().nullable(),
        endsOn: z.string(),
        state: z.enum(['running', 'met', 'passed', 'not-applicable']),
      }),
    )
    .min(1),
})

const pages = readdirSync(RULES)
  .filter((name) => name.startsWith('clock-'))
  .map((name) => ({ name, text: readFileSync(new URL(name, RULES), 'utf8') }))

const examples = pages.flatMap(({ name, text }) =>
  [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => ({
    name,
    ...example.parse(JSON.parse(json ?? '')),
  })),
)

describe('the pages of the clocks', () => {
  it('give the source of each', () => {
    expect(pages.length).toBeGreaterThan(5)
    for (const { name, text } of pages)
      expect(text, name).toMatch(/^Source: C\. (com|trav)\. [LR]\d/m)
  })

  it('have a worked example of every clock', () => {
    const worked = new Set(examples.flatMap(({ gives }) => gives.map(({ clock }) => clock)))
    expect([...worked].toSorted()).toEqual([...CLOCK_KINDS].toSorted())
  })

  it.each(examples)('$name says what is computed', ({ file, gives }) => {
    const today = localDate(file.today ?? '')
    const computed = clocksOf(careerOfFile(file), today).map((clock) => ({
      clock: clock.kind,
      contract: clock.contractId,
      endsOn: clock.endsOn,
      state: clock.state,
    }))
    expect(computed).toEqual(expect.arrayContaining(gives))
  })
})
