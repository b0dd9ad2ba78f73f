import { useQuery } from '@tanstack/react-query'
import { hasMonths, ISSUABLE_KINDS, type IssuableKind } from '@terreau/domain/attestations/kinds'
import { addMonths, monthsBetween, yearMonth } from '@terreau/domain/time/year-month'
import { useSearchParams } from 'wouter'
import { attestationQueries } from './queries.ts'

/** Kinds as addresses name them. */
export const NAME_OF_KIND: Readonly<Record<IssuableKind, string>> = {
  monthly_income: 'revenus',
  cape_entry: 'cape',
  cape_period: 'periodes',
  attendance: 'presence',
  employment: 'emploi',
  associate: 'associe',
  work_certificate: 'travail',
  settlement_receipt: 'solde',
  account_statement: 'releve',
}

export interface IssueChoice {
  kind: IssuableKind
  personId: string
  months: readonly string[]
  /** The certificate whose place the new one takes; empty when it takes none. */
  replacesId: string
  choose: (part: { kind?: IssuableKind; personId?: string; months?: readonly string[] }) => void
}

/**
 * What to issue, held in the address so that a person's page can lead straight here. Without months in
 * the address the last closed month is meant (for meetings the last one with any), or as many as the person asked for from the phone.
 */
export function useIssueChoice(): IssueChoice {
  const [params, setParams] = useSearchParams()
  const type = params.get('type')
  const personId = params.get('personne') ?? ''
  const asked = useQuery(attestationQueries.requests(personId))
  const kind =
    ISSUABLE_KINDS.find((one) => NAME_OF_KIND[one] === type) ??
    asked.data?.[0]?.kind ??
    'monthly_income'
  const typed = params.get('mois')
  const offering = kind === 'attendance' ? kind : 'monthly_income'
  const offered = useQuery(attestationQueries.facts(offering, personId, []))
  const whole =
    offered.data?.months.filter((one) => offering === 'attendance' || one.closing !== null) ?? []
  const wanted = asked.data?.find((one) => one.kind === offering)?.monthsWanted ?? 1
  const last = whole.slice(-wanted).map((one) => one.month)
  const months = typed === null ? last : monthsIn(typed)
  return {
    kind,
    personId,
    replacesId: params.get('remplace') ?? '',
    months: hasMonths(kind) ? months : [],
    choose: (part) => {
      const next = new URLSearchParams(params)
      if (part.kind) next.set('type', NAME_OF_KIND[part.kind])
      if (part.months) next.set('mois', part.months.join(','))
      if (part.personId !== undefined) {
        next.delete('mois')
        if (part.personId === '') next.delete('personne')
        else next.set('personne', part.personId)
      }
      setParams(next, { replace: true })
    },
  }
}

/** Where a certificate is replaced: the same page, with what the old one was about. */
export function replaceAddress(
  old: Period & { id: string; kind: IssuableKind; personId: string },
): string {
  const params = new URLSearchParams({
    remplace: old.id,
    personne: old.personId,
    type: NAME_OF_KIND[old.kind],
  })
  if (hasMonths(old.kind)) params.set('mois', monthsOf(old).join(','))
  return `/gestion/attestations/emettre?${params}`
}

interface Period {
  periodStart: string | null
  periodEnd: string | null
}

function monthsOf({ periodStart, periodEnd }: Period): string[] {
  if (periodStart === null) return []
  // Months, or days of them.
  const monthOf = (text: string) => yearMonth(text.slice(0, 'YYYY-MM'.length))
  const [from, to] = [monthOf(periodStart), monthOf(periodEnd ?? periodStart)]
  const length = monthsBetween(from, to) + 1
  return Array.from({ length }, (_, index) => addMonths(from, index))
}

function monthsIn(text: string): string[] {
  return text.split(',').filter((month) => /^\d{4}-\d{2}$/.test(month))
}
