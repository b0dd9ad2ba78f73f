import { parseLocalDate } from '@terreau/domain/time/local-date'
import { useState } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { problemOf } from '../../../lib/problem-error.ts'
import { fieldText } from '../../../lib/problem-text.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { TextField } from '../../../ui/staff/fields.tsx'
import { FileField } from '../../../ui/staff/file-field.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { staffWords, useT } from '../../../ui/staff/words.ts'

interface DatedProofFormProps {
  /** Begins the ids of the fields, for several such forms on one page. */
  id: string
  /** The name that the API gives to the date. */
  dateName: string
  dateLabel: string
  fileLabel: string
  fileHint: string
  submitLabel: string
  isBusy: boolean
  error: unknown
  onSubmit: (given: { date: string; file: File }) => void
}

/** The day of an act and the file that proves it: neither is kept without the other. */
export function DatedProofForm(props: DatedProofFormProps) {
  const { id, dateName, isBusy, onSubmit } = props
  const t = useT()
  const [date, setDate] = useState(todayInZone())
  const [file, setFile] = useState<File | null>(null)
  const [attempt, setAttempt] = useState(0)
  const dateId = `${id}.${dateName}`
  const fileId = `${id}.file`
  const refusedDay = useDayRefusal(props.error, dateName)
  const local = {
    [dateId]: parseLocalDate(date) ? refusedDay : t('contractLife.date.missing'),
    [fileId]: file ? null : t('contractLife.file.none'),
  }
  const form = useFieldErrors(refusedDay === null ? props.error : null, attempt > 0 ? local : {})
  const save = () => {
    setAttempt((n) => n + 1)
    if (parseLocalDate(date) && file) onSubmit({ date, file })
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={props.submitLabel}
      isBusy={isBusy}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <TextField
        name={dateId}
        type="date"
        label={props.dateLabel}
        error={form.errorOf(dateId)}
        value={date}
        onChange={setDate}
      />
      <FileField
        name={fileId}
        label={props.fileLabel}
        hint={props.fileHint}
        error={form.errorOf(fileId)}
        file={file}
        onFile={setFile}
      />
    </Form>
  )
}

/** The day travels beside the file, in the query: what is refused about it is shown at its field. */
function useDayRefusal(error: unknown, name: string): string | null {
  const catalogue = staffWords.useCatalogue()
  const locale = useLocale()
  const field = problemOf(error)?.errors?.find(({ pointer }) => pointer === `/query/${name}`)
  return field === undefined ? null : fieldText(field, catalogue, locale)
}
