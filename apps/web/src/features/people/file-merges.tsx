import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../lib/api.ts'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useMergePeople, useUndoMerge } from './mutations.ts'
import type { PersonFile } from './queries.ts'

/** The files that are read under this one, and the way to join and to part. */
export function FileMerges({ file }: { file: PersonFile }) {
  const t = useT()
  const mayMerge = useCan('person.merge')
  return (
    <section aria-labelledby="merges">
      <h2 id="merges">{t('people.merge.title')}</h2>
      <p className="dimmed">{t('people.merge.hint')}</p>
      {file.mergedInto !== null && (
        <p>
          {t('people.merge.into', file.mergedInto)}{' '}
          <Link href={`/gestion/personnes/${file.mergedInto.id}`}>{t('people.merge.open')}</Link>
        </p>
      )}
      {file.merges.length === 0 && file.mergedInto === null && <p>{t('people.merge.none')}</p>}
      {file.merges.map((merge) => (
        <Merge key={merge.mergeId} merge={merge} mayUndo={mayMerge} />
      ))}
      {mayMerge && file.mergedInto === null && <JoinForm personId={file.id} />}
    </section>
  )
}

function Merge({ merge, mayUndo }: { merge: PersonFile['merges'][number]; mayUndo: boolean }) {
  const t = useT()
  const locale = useLocale()
  const undo = useUndoMerge()
  const [isAsked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const { name, reference } = merge
  const date = formatInstant(merge.mergedAt, locale)
  const who = merge.mergedByName ?? ''
  return (
    <div className="panel">
      <p>{t('people.merge.line', { name, reference, date, who, reason: merge.reason })}</p>
      {undo.error && <ErrorBlock error={undo.error} />}
      {mayUndo && !isAsked && (
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('people.merge.undo', { name })}
        </Button>
      )}
      {isAsked && (
        <Form
          onSubmit={() => reason.trim() && undo.mutate({ mergeId: merge.mergeId, reason })}
          submitLabel={t('people.merge.undo', { name })}
          isBusy={undo.isPending}
        >
          <TextField
            name={`undo-${merge.mergeId}`}
            label={t('people.merge.undoReason')}
            value={reason}
            onChange={setReason}
          />
        </Form>
      )}
    </div>
  )
}

/** Finds the other file by its reference, which people read on paper, and joins it with a reason. */
function JoinForm({ personId }: { personId: string }) {
  const t = useT()
  const join = useMergePeople(personId)
  const [attempt, setAttempt] = useState(0)
  const [reference, setReference] = useState('')
  const [reason, setReason] = useState('')
  const [isUnknown, setUnknown] = useState(false)
  const form = useFieldErrors(join.error, {
    reference: isUnknown ? t('people.merge.notFound') : null,
    reason: attempt > 0 && reason.trim() === '' ? t('people.merge.missing') : null,
  })
  const save = async () => {
    setAttempt((n) => n + 1)
    if (reason.trim() === '') return
    const wanted = reference.trim().toLowerCase()
    const { people } = await call('GET /people', { query: { reference: wanted } })
    const [other] = people
    setUnknown(other === undefined)
    if (other) join.mutate({ mergedId: other.id, reason })
  }
  return (
    <Form
      onSubmit={() => void save()}
      submitLabel={t('people.merge.join')}
      isBusy={join.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <TextField
        name="reference"
        label={t('people.merge.find')}
        hint={t('people.merge.findHint')}
        value={reference}
        error={form.errorOf('reference')}
        onChange={setReference}
      />
      <TextField
        name="reason"
        label={t('people.merge.reason')}
        value={reason}
        error={form.errorOf('reason')}
        onChange={setReason}
      />
    </Form>
  )
}
