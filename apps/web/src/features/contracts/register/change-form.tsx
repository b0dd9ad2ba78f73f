import { REGISTER_MENTIONS, type RegisterMention } from '@terreau/domain/contracts/staff-register'
import { useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type RegisterEntry, useNoteChange } from './queries.ts'

/** A change beside a line, with its day: the line stays as it was written. */
export function ChangeForm({ entries }: { entries: readonly RegisterEntry[] }) {
  const t = useT()
  const note = useNoteChange()
  const [entry, setEntry] = useState(String(entries[0]?.n ?? 1))
  const [mention, setMention] = useState<RegisterMention>('job')
  const [words, setWords] = useState('')
  const [happenedOn, setDay] = useState('')
  const [attempt, setAttempt] = useState(0)
  const missing = (text: string, what: string) => (text.trim() === '' ? what : null)
  const local = {
    words: missing(words, t('staffRegister.change.wordsMissing')),
    happenedOn: missing(happenedOn, t('staffRegister.change.onMissing')),
  }
  const isWrong = local.words !== null || local.happenedOn !== null
  const form = useFieldErrors(isWrong ? null : note.error, attempt > 0 ? local : {})
  const save = () => {
    setAttempt((n) => n + 1)
    if (isWrong) return
    const clear = () => {
      setWords('')
      setAttempt(0)
    }
    afterWrite(note.mutateAsync({ entry: Number(entry), mention, words, happenedOn }), clear)
  }
  return (
    <section className="panel" aria-label={t('staffRegister.change.title')}>
      <h2>{t('staffRegister.change.title')}</h2>
      <Form
        onSubmit={save}
        submitLabel={t('staffRegister.change.save')}
        isBusy={note.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <SelectField
          name="entry"
          label={t('staffRegister.change.line')}
          value={entry}
          onChange={setEntry}
          options={entries.map(({ n, familyName, givenNames }) => ({
            value: String(n),
            label: `${n} – ${familyName} ${givenNames}`.trim(),
          }))}
        />
        <SelectField
          name="mention"
          label={t('staffRegister.change.mention')}
          value={mention}
          onChange={(text) =>
            setMention(REGISTER_MENTIONS.find((name) => name === text) ?? 'other')
          }
          options={REGISTER_MENTIONS.map((value) => ({
            value,
            label: t(`staffRegister.mention.${value}`),
          }))}
        />
        <TextField
          name="words"
          label={t('staffRegister.change.words')}
          value={words}
          error={form.errorOf('words')}
          onChange={setWords}
        />
        <TextField
          name="happenedOn"
          type="date"
          label={t('staffRegister.change.on')}
          value={happenedOn}
          error={form.errorOf('happenedOn')}
          onChange={setDay}
        />
      </Form>
    </section>
  )
}
