import { Button } from '@mantine/core'
import { formatMonth } from '@terreau/i18n/format'
import { useState } from 'react'
import { Link } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useEndSituation } from './mutations.ts'
import type { PersonFile } from './queries.ts'

type Situation = PersonFile['situations'][number]

/** What may exempt the person from the contribution, with the months and the proof. */
export function FileSituations({ file }: { file: PersonFile }) {
  const t = useT()
  const mayEdit = useCan('person.edit')
  return (
    <section aria-labelledby="situations">
      <h2 id="situations">{t('people.situations.title')}</h2>
      <p className="dimmed">{t('people.situations.hint')}</p>
      {file.situations.length === 0 && <p>{t('people.situations.none')}</p>}
      {file.situations.map((situation) => (
        <Line key={situation.id} situation={situation} mayEdit={mayEdit} />
      ))}
      {mayEdit && (
        <Button component={Link} variant="default" href={`/gestion/personnes/${file.id}/situation`}>
          {t('people.situations.add')}
        </Button>
      )}
    </section>
  )
}

function Line({ situation, mayEdit }: { situation: Situation; mayEdit: boolean }) {
  const t = useT()
  const locale = useLocale()
  const [isAsked, setAsked] = useState(false)
  const { fromMonth, toMonth, proof } = situation
  const from = formatMonth(fromMonth, locale)
  return (
    <div className="panel">
      <p>
        {toMonth === null
          ? t('people.situations.since', { from, proof })
          : t('people.situations.fromTo', { from, to: formatMonth(toMonth, locale), proof })}
      </p>
      {mayEdit && !isAsked && (
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('people.situations.end', { from })}
        </Button>
      )}
      {isAsked && <EndForm situation={situation} onDone={() => setAsked(false)} />}
    </div>
  )
}

function EndForm({ situation, onDone }: { situation: Situation; onDone: () => void }) {
  const t = useT()
  const [toMonth, setToMonth] = useState(situation.toMonth ?? '')
  const [attempt, setAttempt] = useState(0)
  const end = useEndSituation(situation)
  const local = { toMonth: toMonth === '' ? t('people.situations.missingMonth') : null }
  const form = useFieldErrors(end.error, attempt > 0 ? local : {})
  return (
    <Form
      onSubmit={() => {
        setAttempt((n) => n + 1)
        if (toMonth !== '') afterWrite(end.mutateAsync(toMonth), onDone)
      }}
      submitLabel={t('people.situations.save')}
      isBusy={end.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <TextField
        name="toMonth"
        type="month"
        label={t('people.situations.toMonth')}
        value={toMonth}
        error={form.errorOf('toMonth')}
        onChange={setToMonth}
      />
    </Form>
  )
}
