import { useQuery } from '@tanstack/react-query'
import { isExitReason } from '@terreau/domain/contracts/exits'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ConfirmPage } from '../../../ui/staff/confirm-page.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { LongTextField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type Contract, contractQueries } from '../queries.ts'
import { type Life, lifeQuery, useEndContract } from './queries.ts'

/** Ends a contract: the reason, the last day, and what follows from it, before confirming. */
export function ExitPage() {
  const t = useT()
  const { contractId = '' } = useParams()
  const contract = useQuery(contractQueries.detail(contractId))
  const life = useQuery(lifeQuery(contractId))
  const error = contract.error ?? life.error
  if (error) return <ErrorBlock error={error} onRetry={() => void life.refetch()} />
  if (!contract.data || !life.data) return <Loading />
  if (life.data.exitReasons.length === 0)
    return (
      <PageHeader
        title={t('contractLife.exit.page.closed')}
        back={{ href: `/gestion/contrats/${contractId}`, label: contract.data.number }}
      />
    )
  return <ExitForm contract={contract.data} life={life.data} />
}

function ExitForm({ contract, life }: { contract: Contract; life: Life }) {
  const t = useT()
  const [, navigate] = useLocation()
  const isByLaw = life.associate?.hasEndedByLaw === true
  const [reason, setReason] = useState(isByLaw ? 'associate_deadline_missed' : '')
  const [effectiveOn, setEffectiveOn] = useState(firstGuess(contract))
  const [note, setNote] = useState('')
  const [attempt, setAttempt] = useState(0)
  const end = useEndContract(contract.id, life.version)
  const form = useFieldErrors(end.error, {
    reason: attempt > 0 && reason === '' ? t('contractLife.exit.page.missing') : null,
    effectiveOn: attempt > 0 && effectiveOn === '' ? t('contractLife.date.missing') : null,
  })
  const href = `/gestion/contrats/${contract.id}`
  const confirm = () => {
    setAttempt((n) => n + 1)
    if (!isExitReason(reason) || effectiveOn === '') {
      document.getElementById(reason === '' ? 'reason' : 'effectiveOn')?.focus()
      return
    }
    afterWrite(end.mutateAsync({ reason, effectiveOn, note }), () => navigate(`${href}#exit`))
  }
  const choose = (chosen: string) => {
    setReason(chosen)
    const isAtEnd = chosen === 'term_reached' || chosen === 'associate_deadline_missed'
    if (isAtEnd && contract.endsOn !== null) setEffectiveOn(contract.endsOn)
  }
  return (
    <ConfirmPage
      title={t('contractLife.exit.page.title', { number: contract.number })}
      consequences={consequencesOf(contract, effectiveOn).map((key) =>
        t(`contractLife.exit.page.consequence.${key}`),
      )}
      confirmLabel={t('contractLife.exit.page.confirm')}
      cancelHref={href}
      isDangerous
      isBusy={end.isPending}
      error={end.error}
      onConfirm={confirm}
    >
      <SelectField
        name="reason"
        label={t('contractLife.exit.page.reason')}
        error={form.errorOf('reason')}
        value={reason}
        onChange={choose}
        options={[
          { value: '', label: t('contractLife.exit.page.pick') },
          ...life.exitReasons.map((value) => ({
            value,
            label: t(`contractLife.exit.reason.${value}`),
          })),
        ]}
      />
      <TextField
        name="effectiveOn"
        type="date"
        label={t('contractLife.exit.page.effectiveOn')}
        error={form.errorOf('effectiveOn')}
        value={effectiveOn}
        onChange={setEffectiveOn}
      />
      <LongTextField
        name="note"
        label={t('contractLife.exit.page.note')}
        hint={t('contractLife.exit.page.noteHint')}
        isOptional
        value={note}
        onChange={setNote}
      />
    </ConfirmPage>
  )
}

/** Today, or the last day of a contract that is already over. */
function firstGuess({ startsOn, endsOn }: Contract): string {
  const today = todayInZone()
  if (endsOn !== null && endsOn < today) return endsOn
  return today < startsOn ? startsOn : today
}

function consequencesOf({ kind, endsOn }: Contract, effectiveOn: string) {
  const isEarly = kind === 'CAPE' && endsOn !== null && effectiveOn !== '' && effectiveOn < endsOn
  if (kind === 'CESA')
    return ['lastDay', 'months', 'payable', 'cesaPapers', 'variablePay', 'loss'] as const
  return [
    'lastDay',
    'months',
    'payable',
    ...(isEarly ? (['notices'] as const) : []),
    'mention',
    'capePapers',
  ] as const
}
