import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors, withPrefix } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { type How, HowFields } from './how-fields.tsx'
import { useStateRelation } from './mutations.ts'
import { tutoringQueries } from './queries.ts'

interface Props {
  pair: { id: string; tutorName: string; tuteeName: string }
  onDone: () => void
}

/** Says of a pair from before whether its help is given freely or paid. */
export function StateForm({ pair, onDone }: Props) {
  const t = useT()
  const { data } = useQuery(tutoringQueries.candidates())
  const [how, setHow] = useState<How>({ kind: 'volunteer', hostId: '', level: 'simple' })
  const [attempt, setAttempt] = useState(0)
  const state = useStateRelation()
  // The form of a new pair stays open further down, and asks the same.
  const prefix = `${useId()}-`
  const form = withPrefix(useFieldErrors(state.error), prefix)
  const submit = () => {
    setAttempt((n) => n + 1)
    afterWrite(
      state.mutateAsync({ relationId: pair.id, ...how, hostId: how.hostId || null }),
      onDone,
    )
  }
  return (
    <section aria-labelledby="state">
      <h3 id="state">
        {t('tutoring.pairs.stateTitle', { tutor: pair.tutorName, tutee: pair.tuteeName })}
      </h3>
      <Form
        onSubmit={submit}
        submitLabel={t('tutoring.pairs.stateSubmit')}
        isBusy={state.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <HowFields
          value={how}
          onChange={setHow}
          hosts={data?.hosts ?? []}
          form={form}
          prefix={prefix}
        />
      </Form>
    </section>
  )
}
