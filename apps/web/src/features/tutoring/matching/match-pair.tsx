import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type How, HowFields } from '../how-fields.tsx'
import { usePair } from '../mutations.ts'
import { tutoringQueries } from '../queries.ts'
import type { Matches, Need } from './queries.ts'

interface Props {
  need: Need
  proposal: Matches['proposals'][number]
  onDone: () => void
}

/** Forms the pair that meets a request; how and where come from the profile of the tutor. */
export function MatchPair({ need, proposal, onDone }: Props) {
  const t = useT()
  const { data } = useQuery(tutoringQueries.candidates())
  const [startedOn, setStartedOn] = useState(todayInZone())
  const [how, setHow] = useState<How>({
    kind: proposal.kind,
    hostId: proposal.hostId ?? '',
    level: 'simple',
  })
  const [attempt, setAttempt] = useState(0)
  const pair = usePair()
  const form = useFieldErrors(pair.error)
  const submit = () => {
    setAttempt((n) => n + 1)
    afterWrite(
      pair.mutateAsync({
        tutorId: proposal.personId,
        tuteeId: need.personId,
        needId: need.id,
        startedOn,
        ...how,
        hostId: how.hostId || null,
      }),
      onDone,
    )
  }
  const names = { tutor: proposal.name, tutee: need.personName }
  return (
    <section aria-labelledby="match-pair">
      <h3 id="match-pair">{t('tutoringMatch.match.pairTitle', names)}</h3>
      <Form
        onSubmit={submit}
        submitLabel={t('tutoring.pair.submit')}
        isBusy={pair.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField
          name="startedOn"
          type="date"
          label={t('tutoring.pair.startsOn')}
          value={startedOn}
          onChange={setStartedOn}
          error={form.errorOf('startedOn')}
        />
        <HowFields value={how} onChange={setHow} hosts={data?.hosts ?? []} form={form} />
      </Form>
    </section>
  )
}
