import { useQuery } from '@tanstack/react-query'
import { REFUSAL_CAUSES } from '@terreau/domain/attestations/kinds'
import { useState } from 'react'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { RadioField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useRefuseRequest } from './mutations.ts'
import { type AttestationRequest, attestationQueries } from './queries.ts'

/** What the person asked for from the phone. Issuing the document answers; it can also be refused. */
export function AskedFor({ personId }: { personId: string }) {
  const t = useT()
  const { data } = useQuery(attestationQueries.requests(personId))
  if (data === undefined || data.length === 0) return null
  return (
    <section className="panel" aria-labelledby="asked-for">
      <h2 id="asked-for">{t('attestations.asked.title')}</h2>
      <ul>
        {data.map((request) => (
          <li key={request.id}>
            <Asked request={request} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Asked({ request }: { request: AttestationRequest }) {
  const t = useT()
  const locale = useLocale()
  const { id, kind, monthsWanted, askedAt } = request
  const what = t(`attestations.kind.${kind}`)
  return (
    <>
      <p>
        <strong>{what}</strong>
        {monthsWanted !== null && ` · ${t('attestations.asked.months', { count: monthsWanted })}`}
        {` · ${t('attestations.asked.on', { date: formatInstant(askedAt, locale) })}`}
      </p>
      <details className="life-detail">
        <summary>{t('attestations.asked.refuseOf', { what })}</summary>
        <RefusalForm requestId={id} />
      </details>
    </>
  )
}

function RefusalForm({ requestId }: { requestId: string }) {
  const t = useT()
  const refuse = useRefuseRequest(requestId)
  const [chosen, setChosen] = useState('')
  const [attempt, setAttempt] = useState(0)
  const cause = REFUSAL_CAUSES.find((one) => one === chosen)
  const name = `cause-${requestId}`
  const isMissing = attempt > 0 && cause === undefined
  const form = useFieldErrors(refuse.error, {
    [name]: isMissing ? t('attestations.asked.causeMissing') : null,
  })
  const submit = () => {
    setAttempt(attempt + 1)
    if (cause !== undefined) refuse.mutate({ cause })
  }
  return (
    <Form
      onSubmit={submit}
      submitLabel={t('attestations.asked.refuse')}
      isBusy={refuse.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <RadioField
        name={name}
        label={t('attestations.asked.cause')}
        hint={t('attestations.asked.causeHint')}
        value={chosen}
        onChange={setChosen}
        error={form.errorOf(name)}
        options={REFUSAL_CAUSES.map((value) => ({
          value,
          label: t(`attestations.asked.causes.${value}`),
        }))}
      />
    </Form>
  )
}
