import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { useCan } from '../../lib/session.ts'
import { AskedNotice } from '../../ui/staff/asked-notice.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { NumberLook } from '../../ui/staff/number-look.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useEnterNumber, useLookAtNumber } from './mutations.ts'
import { documentQueries, type NumberKind, type Numbers } from './queries.ts'

/** IBAN and social security number: behind dots, shown on demand, the second only once a contract needs it. */
export function NumbersPanel({ personId }: { personId: string }) {
  const t = useT()
  const mayEdit = useCan('number.edit')
  const { data, error, refetch } = useQuery(documentQueries.numbers(personId))
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{t('papers.numbers.title')}</h2>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className="paper-numbers">
          <OneNumber personId={personId} kind="iban" numbers={data} />
          {data.mayHoldNir && <OneNumber personId={personId} kind="nir" numbers={data} />}
          {!data.mayHoldNir && (
            <div className="panel">
              <h3>{t('papers.numbers.nir')}</h3>
              <p>{t('papers.numbers.nirNotYet')}</p>
            </div>
          )}
        </div>
      )}
      {data && mayEdit && <EnterNumber personId={personId} mayHoldNir={data.mayHoldNir} />}
    </section>
  )
}

interface OneNumberProps {
  personId: string
  kind: NumberKind
  numbers: Numbers
}

function OneNumber({ personId, kind, numbers }: OneNumberProps) {
  const t = useT()
  const mayEdit = useCan('number.edit')
  const known = numbers.numbers.find((number) => number.kind === kind)
  return (
    <div className="panel">
      <h3>{t(`papers.numbers.${kind}`)}</h3>
      <p>{known?.masked ?? t('papers.numbers.none')}</p>
      {mayEdit && known !== undefined && (
        <details>
          <summary>{t('papers.numbers.see')}</summary>
          <Look personId={personId} kind={kind} />
        </details>
      )}
    </div>
  )
}

function Look({ personId, kind }: { personId: string; kind: NumberKind }) {
  return <NumberLook name={`reason-${kind}`} look={useLookAtNumber(personId, kind)} />
}

/** Writes a number, or another one in its place: the server checks its key. */
function EnterNumber({ personId, mayHoldNir }: { personId: string; mayHoldNir: boolean }) {
  const t = useT()
  const [kind, setKind] = useState<NumberKind>('iban')
  const [value, setValue] = useState('')
  const [attempt, setAttempt] = useState(0)
  const enter = useEnterNumber(personId, kind)
  const isEmpty = attempt > 0 && value.trim() === '' && !enter.isSuccess
  const form = useFieldErrors(enter.error, {
    value: isEmpty ? t('fieldErrors.field-required') : null,
  })
  const choose = (text: string) => {
    setKind(text === 'nir' ? 'nir' : 'iban')
    enter.reset()
    setAttempt(0)
  }
  const save = () => {
    setAttempt((n) => n + 1)
    if (value.trim() === '') return
    afterWrite(enter.mutateAsync(value.trim()), () => setValue(''))
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('papers.numbers.save')}
      isBusy={enter.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <SavedNotice>
        {enter.data?.approvalId === null &&
          t(enter.data.isKnownElsewhere ? 'papers.numbers.elsewhere' : 'papers.numbers.saved')}
      </SavedNotice>
      <AskedNotice approvalId={enter.data?.approvalId} />
      {mayHoldNir && (
        <SelectField
          name="number"
          label={t('papers.numbers.which')}
          value={kind}
          onChange={choose}
          options={(['iban', 'nir'] as const).map((name) => ({
            value: name,
            label: t(`papers.numbers.${name}`),
          }))}
        />
      )}
      <TextField
        name="value"
        label={t(`papers.numbers.enter.${kind}`)}
        hint={t(`papers.numbers.hint.${kind}`)}
        maxLength={60}
        value={value}
        error={form.errorOf('value')}
        onChange={setValue}
      />
    </Form>
  )
}
