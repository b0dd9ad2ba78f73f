import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { useLocale } from '../../lib/locale.ts'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useErase } from './mutations.ts'
import { type PersonData, personalDataQueries, type Standing } from './queries.ts'

/** Erasing cannot be undone: a whole page says what goes and what is kept until when. */
export function ErasePage() {
  const { personId = '' } = useParams()
  const { data, error, refetch } = useQuery(personalDataQueries.person(personId))
  if (data) return <EraseForm personId={personId} person={data} />
  return error ? <ErrorBlock error={error} onRetry={() => void refetch()} /> : <Loading />
}

function EraseForm({ personId, person }: { personId: string; person: PersonData }) {
  const t = useT()
  const [, goTo] = useLocation()
  const erase = useErase(personId)
  const [reference, setReference] = useState('')
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const local = {
    reference: reference.trim() === '' ? t('personalData.erase.referenceMissing') : null,
    eraseReason: reason.trim() === '' ? t('personalData.reasonMissing') : null,
  }
  const form = useFieldErrors(erase.error, attempt > 0 ? local : {})
  const consequences = useConsequences(person)
  const submit = () => {
    setAttempt(attempt + 1)
    if (local.reference !== null || local.eraseReason !== null) return
    const body = { reference: reference.trim(), reason: reason.trim() }
    afterWrite(erase.mutateAsync(body), () => goTo(`/gestion/personnes/${personId}/donnees`))
  }
  return (
    <ConfirmPage
      title={t('personalData.erase.title', { name: person.name })}
      consequences={consequences}
      confirmLabel={t('personalData.erase.confirm')}
      cancelHref={`/gestion/personnes/${personId}/donnees`}
      isBusy={erase.isPending}
      error={erase.error}
      isDangerous
      onConfirm={submit}
    >
      <ErrorSummary form={form} attempt={attempt} />
      <TextField
        name="reference"
        label={t('personalData.erase.reference')}
        hint={t('personalData.erase.referenceHint', { reference: person.reference })}
        value={reference}
        error={form.errorOf('reference')}
        onChange={setReference}
      />
      <TextField
        name="eraseReason"
        label={t('personalData.erase.reason')}
        hint={t('personalData.erase.reasonHint')}
        maxLength={200}
        value={reason}
        error={form.errorOf('eraseReason')}
        onChange={setReason}
      />
    </ConfirmPage>
  )
}

function useConsequences(person: PersonData): string[] {
  const t = useT()
  const locale = useLocale()
  const isOpen = ({ state }: Standing) => state === 'due' || state === 'on-request'
  const open = person.standing.filter(isOpen)
  const isEverything = person.standing.every((one) => isOpen(one) || one.state === 'erased')
  const goes = open.filter((one) => one.kind !== 'identity' || isEverything)
  const stays = person.standing.filter((one) => !goes.includes(one) && one.state !== 'erased')
  const isHeld = person.holds.some((hold) => hold.liftedAt === null)
  return [
    ...(isHeld ? [t('personalData.erase.held')] : []),
    ...goes.map((one) => t('personalData.erase.goes', { kind: t(`retentionKinds.${one.kind}`) })),
    ...stays.map((one) => {
      const kind = t(`retentionKinds.${one.kind}`)
      if (one.keptUntil === null) return t('personalData.erase.running', { kind })
      const until = formatDate(one.keptUntil, locale)
      return t('personalData.erase.stays', { kind, until, text: one.source })
    }),
    t('personalData.erase.money'),
    t('personalData.erase.forever'),
  ]
}
