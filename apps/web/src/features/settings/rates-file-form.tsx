import { Button } from '@mantine/core'
import { translate } from '@terreau/i18n/t'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { FileField } from '../../ui/staff/file-field.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { staffWords, useT } from '../../ui/staff/words.ts'
import { useLoadRates } from './mutations.ts'

/** A table of rates from a file: all of it or nothing, with what to correct line by line. */
export function RatesFileForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const load = useLoadRates()
  const [file, setFile] = useState<File | null>(null)
  const [isMissing, setMissing] = useState(false)
  const send = () => {
    setMissing(file === null)
    if (file !== null) load.mutate(file)
  }
  return (
    <section className="panel" aria-label={t('settings.rates.file.open')}>
      {load.error && <ErrorBlock error={load.error} />}
      <WrongLines error={load.error} />
      <p role="status">{load.data && t('settings.rates.file.done', load.data)}</p>
      <Form
        onSubmit={send}
        submitLabel={t('settings.rates.file.load')}
        isBusy={load.isPending}
        aside={
          <Button variant="subtle" onClick={onDone}>
            {t('staffFrame.close')}
          </Button>
        }
      >
        <FileField
          name="ratesFile"
          label={t('settings.rates.file.label')}
          hint={t('settings.rates.file.hint')}
          accept=".csv,.xlsx,text/csv"
          error={isMissing ? t('settings.rates.file.missing') : null}
          file={file}
          onFile={setFile}
        />
      </Form>
    </section>
  )
}

/** Each line that cannot be read, with what to do. */
function WrongLines({ error }: { error: unknown }) {
  const t = useT()
  const locale = useLocale()
  const catalogue = staffWords.useCatalogue()
  const errors = problemOf(error)?.errors ?? []
  if (errors.length === 0) return null
  return (
    <ul>
      {errors.map(({ pointer, code }) => (
        <li key={pointer}>
          {t('settings.rates.file.line', {
            n: pointer.split('/').at(-1) ?? '',
            what: translate(catalogue, locale, `fieldErrors.${code}`),
          })}
        </li>
      ))}
    </ul>
  )
}
