import { useQuery } from '@tanstack/react-query'
import { CHANGE_REASONS, type ChangeReason } from '@terreau/domain/tutoring/hosts'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { useState } from 'react'
import { Link } from 'wouter'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { RadioField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type How, HowFields } from '../how-fields.tsx'
import { tutoringQueries } from '../queries.ts'
import { type Agreement, useChangeRelation } from './queries.ts'

interface Props {
  relationId: string
  pair: Agreement
}

/** How the pair helps, since when and why; and the form that changes it from a day on. */
export function WaySection({ relationId, pair }: Props) {
  const t = useT()
  const locale = useLocale()
  const mayChange = useCan('tutoring.approve')
  const { kind, hostName, level } = pair
  const said = (of: { kind: Agreement['kind']; hostName: string; level: Agreement['level'] }) =>
    [t(`tutoring.kind.${of.kind ?? 'unstated'}`), of.hostName, t(`tutoring.level.${of.level}`)]
      .filter(Boolean)
      .join(' · ')
  const day = (on: string) => formatDate(on, locale, 'long')
  return (
    <section aria-labelledby="way">
      <h2 id="way">{t('tutoringWay.title')}</h2>
      <p>{said({ kind, hostName, level })}</p>
      {pair.ways.length > 0 && (
        <ol>
          {pair.ways.map((way) => (
            <li key={way.at + way.fromOn + way.reason}>
              {t('tutoringWay.since', { day: day(way.fromOn), way: said(way) })}{' '}
              {way.reason !== 'first' &&
                t('tutoringWay.because', {
                  reason: t(`tutoringWay.reason.${way.reason}`),
                  name: way.byName,
                  on: formatInstant(way.at, locale),
                })}
            </li>
          ))}
        </ol>
      )}
      {pair.otherwise.length > 0 && (
        <div role="note">
          <p>{t('tutoringWay.otherwise')}</p>
          <ul>
            {pair.otherwise.map((one) => (
              <li key={one.id}>
                <Link href={`/gestion/tutorat/seances/${one.id}`}>
                  {day(one.heldOn)}, {formatMinutes(one.minutes, locale)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {mayChange && kind !== null && (
        <ChangeForm
          key={pair.ways.length}
          relationId={relationId}
          now={{ kind, level, hostId: pair.hostId ?? '' }}
        />
      )}
    </section>
  )
}

function ChangeForm({ relationId, now }: { relationId: string; now: How }) {
  const t = useT()
  const { data } = useQuery(tutoringQueries.candidates())
  const [how, setHow] = useState(now)
  const [fromOn, setFromOn] = useState(todayInZone())
  const [reason, setReason] = useState<ChangeReason>('agreed_otherwise')
  const [attempt, setAttempt] = useState(0)
  const change = useChangeRelation(relationId)
  const form = useFieldErrors(change.error)
  const submit = () => {
    setAttempt((n) => n + 1)
    change.mutate({ ...how, hostId: how.hostId || null, fromOn, reason })
  }
  return (
    <details>
      <summary>{t('tutoringWay.change')}</summary>
      <p>{t('tutoringWay.changeHint')}</p>
      <Form
        onSubmit={submit}
        submitLabel={t('tutoringWay.submit')}
        isBusy={change.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField
          name="fromOn"
          type="date"
          label={t('tutoringWay.fromOn')}
          value={fromOn}
          onChange={setFromOn}
          error={form.errorOf('fromOn')}
        />
        <HowFields value={how} onChange={setHow} hosts={data?.hosts ?? []} form={form} />
        <RadioField
          // The form that ends the agreement, on the same page, has its own reason.
          name="changeReason"
          label={t('tutoringWay.why')}
          value={reason}
          onChange={(value) => setReason(CHANGE_REASONS.find((one) => one === value) ?? reason)}
          options={CHANGE_REASONS.map((value) => ({
            value,
            label: t(`tutoringWay.reason.${value}`),
          }))}
        />
      </Form>
    </details>
  )
}
