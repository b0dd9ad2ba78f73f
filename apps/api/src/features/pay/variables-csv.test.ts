import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import { expect, it } from 'vitest'
import type { PayLine } from './pay-lines.ts'
import { variablesCsv } from './variables-csv.ts'

const LINE: PayLine = {
  contractId: '1',
  contractNumber: '@A1',
  personId: '2',
  personReference: '+P001',
  familyName: '=1+1',
  givenName: '-Awa; "dite" A',
  activityId: '3',
  activityName: '\tcouture',
  from: localDate('2026-11-01'),
  to: localDate('2026-11-15'),
  isWholeMonth: false,
  fixedPartCents: cents(60_000n),
  availableCents: cents(-5n),
  state: 'uncovered',
}

it('disarms text that a spreadsheet would run, and leaves negative amounts as numbers', () => {
  const text = Buffer.from(variablesCsv([LINE], yearMonth('2026-11'), 'fr')).toString('utf8')
  expect(text.startsWith('\uFEFFmois;')).toBe(true)
  const [, row] = text.trim().split('\r\n')
  expect(row).toBe(
    `2026-11;'+P001;'=1+1;"'-Awa; ""dite"" A";'@A1;'\tcouture;2026-11-01;2026-11-15;non;600,00;;-0,05;compte insuffisant : la part fixe reste due`,
  )
})

it('leaves a fixed part that is not written empty, never zero', () => {
  const unknown: PayLine = { ...LINE, fixedPartCents: null, state: 'not-written' }
  const text = Buffer.from(variablesCsv([unknown], yearMonth('2026-11'), 'en')).toString('utf8')
  expect(text).toContain(';no;;;-0,05;read the fixed part on the contract')
})
