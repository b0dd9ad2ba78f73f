import { CAPE_LIMITS } from '@terreau/domain/contracts/cape'
import { valueOn } from '@terreau/domain/legal/dated-parameter'
import { daysBetween, type LocalDate } from '@terreau/domain/time/local-date'
import type { OwnFile, PersonFile } from './queries.ts'

const RENEWAL_NOTICE_DAYS = 60

type Action = NonNullable<PersonFile['nextAction']>
type Contract = OwnFile['contracts'][number]

/** What staff should do next in a file: what waits for them first, then what ends. Null: nothing. */
export function nextAction(
  file: {
    contracts: readonly Contract[]
    declarations: PersonFile['declarations']
    sentOn: ReadonlyMap<string, LocalDate>
  },
  today: LocalDate,
): Action | null {
  const of = (state: Contract['state']) => file.contracts.find((c) => c.state === state)
  const signed = of('signed')
  if (signed) return action('countersign', signed.id)
  const submitted = file.declarations.find((d) => d.state === 'submitted')
  if (submitted) return action('review-declaration', submitted.id)
  const draft = of('draft')
  if (draft) return action('finish-contract', draft.id)
  const waiting = of('to_sign')
  if (waiting) return action('await-signature', waiting.id, file.sentOn.get(waiting.id) ?? null)
  const current = of('active')
  if (!current) return action('create-contract', null)
  return endingAction(current, today)
}

function endingAction(current: Contract, today: LocalDate): Action | null {
  if (current.endsOn === null || daysBetween(today, current.endsOn) > RENEWAL_NOTICE_DAYS)
    return null
  const { renewalsMax } = valueOn(CAPE_LIMITS, current.startsOn).value
  const kind = current.sequence < renewalsMax ? 'renew-contract' : 'plan-after-cape'
  return action(kind, current.id, current.endsOn)
}

function action(
  kind: Action['kind'],
  targetId: string | null,
  date: LocalDate | null = null,
): Action {
  return { kind, targetId, date }
}
