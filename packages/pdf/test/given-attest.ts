import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import type { DocumentFacts } from '../src/document-kinds.ts'
import { issue, issuer, person } from './given-people.ts'

const parties = { issuer, person, issue }
const activity = 'Cuisine et livraison de repas'

export const capePeriodFacts: DocumentFacts['cape-period-certificate'] = {
  ...parties,
  periods: [
    {
      contractNumber: 'CAPE-2024-007',
      sequence: 0,
      startsOn: localDate('2024-10-01'),
      endsOn: localDate('2025-09-30'),
      activity,
    },
    {
      contractNumber: 'CAPE-2025-012',
      sequence: 1,
      startsOn: localDate('2025-10-01'),
      endsOn: localDate('2026-09-30'),
      activity,
    },
  ],
}

export const attendanceFacts: DocumentFacts['attendance-certificate'] = {
  ...parties,
  period: { startsOn: localDate('2026-09-01'), endsOn: localDate('2026-11-10') },
  attended: [
    { on: localDate('2026-09-03'), what: 'info_meeting', way: 'place' },
    { on: localDate('2026-10-06'), what: 'interview', way: 'video' },
    { on: localDate('2026-11-05'), what: 'tutoring', way: 'phone' },
  ],
}

export const employmentFacts: DocumentFacts['employment-certificate'] = {
  ...parties,
  contractNumber: 'CESA-2026-003',
  job: 'entrepreneur',
  startsOn: localDate('2026-10-01'),
  endsOn: localDate('2027-09-30'),
  endsByLaw: true,
  trialEndsOn: localDate('2026-11-30'),
  activity,
}

export const associateFacts: DocumentFacts['associate-certificate'] = {
  ...parties,
  person: { ...person, fullName: 'Kɔfi Ɛsi-Mensah' },
  associateOn: localDate('2026-06-15'),
  contractNumber: 'CESA-2025-001',
  activity,
}

export const workFacts: DocumentFacts['work-certificate'] = {
  ...parties,
  startsOn: localDate('2025-02-01'),
  endsOn: localDate('2026-10-31'),
  jobs: [
    {
      job: 'entrepreneur',
      startsOn: localDate('2025-02-01'),
      endsOn: localDate('2026-06-14'),
      activityName: activity,
    },
    {
      job: 'associate',
      startsOn: localDate('2026-06-15'),
      endsOn: localDate('2026-10-31'),
      activityName: activity,
    },
  ],
  coverMonths: 12,
}

export const settlementFacts: DocumentFacts['settlement-receipt'] = {
  ...parties,
  startsOn: localDate('2025-02-01'),
  endsOn: localDate('2026-10-31'),
  paidOn: localDate('2026-11-05'),
  sums: [
    { label: 'Salaire du mois d’octobre 2026 (part fixe)', amountCents: cents(98_250n) },
    { label: 'Indemnité compensatrice de congés payés', amountCents: cents(124_337n) },
  ],
}
