import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { useLocale } from '../../../lib/locale.ts'
import { dayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { SavedNotice } from '../../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { usePublishCharter } from './mutations.ts'
import { type Charter, matchingQueries } from './queries.ts'

const LEAST_LENGTH = 20

/** The charter that stands, and the next version when staff write one. */
export function CharterSection() {
  const t = useT()
  const locale = useLocale()
  const { data } = useInfiniteQuery(matchingQueries.profiles())
  const [isWriting, setWriting] = useState(false)
  const [isDone, setDone] = useState(false)
  if (data === undefined) return null
  const charter = data.pages[0]?.charter ?? null
  return (
    <section aria-labelledby="charter">
      <h2 id="charter">{t('tutoringMatch.charter.title')}</h2>
      <SavedNotice>{isDone && !isWriting && t('tutoringMatch.charter.done')}</SavedNotice>
      {charter === null && <p>{t('tutoringMatch.charter.none')}</p>}
      {charter !== null && (
        <>
          <p>
            {t('tutoringMatch.charter.version', {
              version: charter.version,
              day: formatDate(dayInZone(charter.publishedAt), locale, 'long'),
            })}
          </p>
          <p className="charter-text">{charter.body}</p>
        </>
      )}
      {!isWriting && (
        <Button variant="default" onClick={() => setWriting(true)}>
          {t('tutoringMatch.charter.write')}
        </Button>
      )}
      {isWriting && (
        <CharterForm
          charter={charter}
          onDone={() => {
            setDone(true)
            setWriting(false)
          }}
        />
      )}
    </section>
  )
}

function CharterForm({ charter, onDone }: { charter: Charter; onDone: () => void }) {
  const t = useT()
  const [body, setBody] = useState(charter?.body ?? '')
  const [attempt, setAttempt] = useState(0)
  const publish = usePublishCharter(charter?.version ?? 0)
  const isShort = body.trim().length < LEAST_LENGTH
  const local = { body: isShort ? t('tutoringMatch.charter.bodyMissing') : null }
  const form = useFieldErrors(publish.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt((n) => n + 1)
    if (!isShort) afterWrite(publish.mutateAsync(body), onDone)
  }
  return (
    <Form
      onSubmit={submit}
      submitLabel={t('tutoringMatch.charter.submit')}
      isBusy={publish.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <LongTextField
        name="body"
        label={t('tutoringMatch.charter.body')}
        hint={t('tutoringMatch.charter.bodyHint')}
        value={body}
        onChange={setBody}
        error={form.errorOf('body')}
      />
    </Form>
  )
}
