import { useQuery } from '@tanstack/react-query'
import { type BatchKind, hasMonths } from '@terreau/domain/attestations/kinds'
import { type FormEvent, useState } from 'react'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { Button } from '../../ui/phone/button.tsx'
import { Card, Notice } from '../../ui/phone/card.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { SelectField } from '../../ui/phone/select-field.tsx'
import { useT } from '../../ui/phone/words.ts'
import { useAskAttestation } from './mutations.ts'
import { attestationQueries, type OwnRequests } from './queries.ts'

const MONTHS = ['1', '3', '12'] as const

/** Asks the cooperative for a paper that is not there yet, and shows what was asked and answered. */
export function AskAttestation() {
  const t = useT()
  const ask = useAskAttestation()
  const { data } = useQuery(attestationQueries.ownRequests())
  const [kind, setKind] = useState<BatchKind>('monthly_income')
  const [months, setMonths] = useState<(typeof MONTHS)[number]>('3')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate(hasMonths(kind) ? { kind, monthsWanted: Number(months) } : { kind })
  }
  return (
    <Card title={t('attestationsPhone.ask.title')}>
      <Requests requests={data?.requests ?? []} />
      <form onSubmit={submit} noValidate>
        <SelectField
          name="kind"
          label={t('attestationsPhone.ask.kind')}
          value={kind}
          onChange={setKind}
          options={(data?.kinds ?? [kind]).map((value) => ({
            value,
            label: t(`attestationsPhone.kind.${value}`),
          }))}
        />
        {hasMonths(kind) && (
          <SelectField
            name="months"
            label={t('attestationsPhone.ask.months')}
            value={months}
            onChange={setMonths}
            options={MONTHS.map((value) => ({
              value,
              label: t('attestationsPhone.ask.lastMonths', { count: Number(value) }),
            }))}
          />
        )}
        {ask.error && <ProblemNotice error={ask.error} />}
        <Button look="secondary" isBusy={ask.isPending}>
          {t('attestationsPhone.ask.submit')}
        </Button>
        <p role="status">{ask.isSuccess ? t('attestationsPhone.ask.sent') : null}</p>
      </form>
    </Card>
  )
}

function Requests({ requests }: Pick<OwnRequests, 'requests'>) {
  const t = useT()
  const locale = useLocale()
  return requests.map(({ id, kind, askedAt, state, cause }) => (
    <Notice key={id} look={state === 'waiting' ? 'info' : 'attention'}>
      <p>
        {t(`attestationsPhone.kind.${kind}`)} ·{' '}
        {t('attestationsPhone.ask.askedOn', { date: formatInstant(askedAt, locale) })}
      </p>
      <p>
        {cause === null
          ? t('attestationsPhone.ask.waiting')
          : t(`attestationsPhone.ask.causes.${cause}`)}
      </p>
    </Notice>
  ))
}
