import { Button } from '@mantine/core'
import { useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { CheckField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type Operation, useSaveOperation } from './queries.ts'

const EMPTY = { name: '', funder: '', reference: '', startsOn: '', endsOn: '', isClosed: false }
const TEXTS = ['name', 'funder', 'reference'] as const
const DAYS = ['startsOn', 'endsOn'] as const

interface OperationFormProps {
  before: Operation | null
  onDone: () => void
  onCancel: () => void
}

/** Adds an operation, or writes the next version of one. */
export function OperationForm({ before, onDone, onCancel }: OperationFormProps) {
  const t = useT()
  const [words, setWords] = useState(() => (before === null ? EMPTY : wordsOf(before)))
  const [attempt, setAttempt] = useState(0)
  const save = useSaveOperation(before)
  const local: Record<string, string | null> = {}
  for (const name of [...TEXTS, ...DAYS])
    local[name] = words[name].trim() === '' ? t(`tutoringTimeSheet.list.missing.${name}`) : null
  if (words.endsOn !== '' && words.endsOn < words.startsOn)
    local.endsOn = t('tutoringTimeSheet.list.datesWrong')
  const isWrong = Object.values(local).some((error) => error !== null)
  const form = useFieldErrors(isWrong ? null : save.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt((n) => n + 1)
    if (!isWrong) afterWrite(save.mutateAsync(words), onDone)
  }
  const title =
    before === null
      ? t('tutoringTimeSheet.list.add')
      : t('tutoringTimeSheet.list.changeTitle', { name: before.name })
  const label = {
    name: t('tutoringTimeSheet.list.name'),
    funder: t('tutoringTimeSheet.funder'),
    reference: t('tutoringTimeSheet.list.reference'),
    startsOn: t('tutoringTimeSheet.list.startsOn'),
    endsOn: t('tutoringTimeSheet.list.endsOn'),
  }
  return (
    <section aria-labelledby="operation-form">
      <h2 id="operation-form">{title}</h2>
      <Form
        onSubmit={submit}
        submitLabel={t(`tutoringTimeSheet.list.${before === null ? 'add' : 'save'}`)}
        isBusy={save.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={
          before !== null && (
            <Button variant="subtle" onClick={onCancel}>
              {t('tutoringTimeSheet.list.cancel')}
            </Button>
          )
        }
      >
        {TEXTS.map((name) => (
          <TextField
            key={name}
            name={name}
            label={label[name]}
            hint={name === 'reference' ? t('tutoringTimeSheet.list.referenceHint') : undefined}
            maxLength={200}
            value={words[name]}
            onChange={(value) => setWords({ ...words, [name]: value })}
            error={form.errorOf(name)}
          />
        ))}
        {DAYS.map((name) => (
          <TextField
            key={name}
            name={name}
            type="date"
            label={label[name]}
            value={words[name]}
            onChange={(value) => setWords({ ...words, [name]: value })}
            error={form.errorOf(name)}
          />
        ))}
        {before !== null && (
          <CheckField
            name="isClosed"
            label={t('tutoringTimeSheet.list.close')}
            isChecked={words.isClosed}
            onChange={(isClosed) => setWords({ ...words, isClosed })}
          />
        )}
      </Form>
    </section>
  )
}

function wordsOf({ name, funder, reference, startsOn, endsOn, isClosed }: Operation) {
  return { name, funder, reference, startsOn, endsOn, isClosed }
}
