import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { CheckField } from '../../ui/staff/fields.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useRetryStatements } from './mutations.ts'
import type { Closing } from './queries.ts'

/** Statements that are not there: why, where to mend it, and one button that asks again. Nothing when all are. */
export function MissingStatements({ closing }: { closing: Closing }) {
  const t = useT()
  const mayRetry = useCan('closing.close')
  const mayMend = useCan('person.edit')
  const [sendMails, setSendMails] = useState(true)
  const retry = useRetryStatements(closing.month)
  const { done, failed, total } = closing.statements
  if (done >= total) return null
  const stopped = closing.lines.filter((line) => !line.hasStatement && !line.isNamePrintable)
  return (
    <section className="panel" aria-labelledby="missing-statements">
      <h2 id="missing-statements">{t('closing.progress.title')}</h2>
      {failed > 0 && (
        <>
          <p>{t('closing.progress.stopped', { count: failed, done: String(done) })}</p>
          <p>{t('closing.progress.reason')}</p>
          <ul>
            {stopped.map((line) => (
              <li key={line.activityId}>
                {mayMend ? (
                  <Link href={`/gestion/personnes/${line.personId}/modifier`}>
                    {t('closing.progress.mend', { name: line.personName })}
                  </Link>
                ) : (
                  line.personName
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <SavedNotice>{retry.isSuccess && t('closing.progress.asked')}</SavedNotice>
      {retry.error && <ErrorBlock error={retry.error} />}
      {mayRetry && (
        <>
          <CheckField
            name="sendMails"
            label={t('closing.close.sendMails')}
            isChecked={sendMails}
            onChange={setSendMails}
          />
          <Button
            variant="default"
            mt="sm"
            loading={retry.isPending}
            onClick={() => retry.mutate({ sendMails })}
          >
            {t('closing.progress.retry')}
          </Button>
        </>
      )}
    </section>
  )
}
