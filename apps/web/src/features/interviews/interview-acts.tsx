import { Alert, Button } from '@mantine/core'
import { Link } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { NoEmailNotice } from '../../ui/staff/no-email-notice.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useSendReport } from './mutations.ts'
import { PaperCheck } from './paper-check.tsx'
import type { Interview } from './queries.ts'

/** What can be done with the interview as it stands, the main act first. */
export function InterviewActs({ interview }: { interview: Interview }) {
  const t = useT()
  const mayWrite = useCan('interview.manage')
  const send = useSendReport(interview.id)
  const { id, state, person, missing, version, signatureId, paperDocumentId, paper } = interview
  const isReady = mayWrite && state === 'held' && missing.length === 0
  const hasReport = state === 'to_sign' || state === 'signed' || (state === 'held' && isReady)
  const isOpen =
    state === 'planned' || state === 'held' || state === 'to_check' || state === 'to_sign'
  const mayEdit = mayWrite && (state === 'planned' || state === 'held')
  return (
    <>
      <div role="status">
        {send.isSuccess && (
          <Alert color="green" mb="md">
            {t('interviews.sent', { name: person.name })}
          </Alert>
        )}
      </div>
      <section className="panel">
        {send.error && <ErrorBlock error={send.error} />}
        <p>
          {t(
            `interviews.next.${state === 'signed' && paperDocumentId !== null ? 'outside' : state}`,
            {
              name: person.name,
            },
          )}
        </p>
        {paper?.sentBack != null && (
          <p>{t('interviews.paper.sentBack', { reason: paper.sentBack })}</p>
        )}
        {isReady && <NoEmailNotice names={interview.signersWithoutEmail} />}
        <div className="interview-acts">
          {isReady && (
            <Button loading={send.isPending} onClick={() => send.mutate(version)}>
              {t('interviews.send')}
            </Button>
          )}
          {mayEdit && (
            <Button
              component={Link}
              href={`/gestion/entretiens/${id}/modifier`}
              variant={isReady ? 'default' : 'filled'}
            >
              {t(state === 'planned' ? 'interviews.record' : 'interviews.edit')}
            </Button>
          )}
          {signatureId !== null && (
            <Link href={`/gestion/signatures/${signatureId}`}>{t('interviews.signature')}</Link>
          )}
          {hasReport && (
            <a
              href={apiUrl('GET /interviews/:interviewId/document', {
                params: { interviewId: id },
              })}
              target="_blank"
              rel="noreferrer"
            >
              {t(state === 'signed' ? 'interviews.signedPdf' : 'interviews.pdf')}
            </a>
          )}
          {mayWrite && state === 'held' && (
            <Link href={`/gestion/entretiens/${id}/papier`}>{t('interviews.paper.open')}</Link>
          )}
          {mayWrite && isOpen && (
            <Link href={`/gestion/entretiens/${id}/abandonner`}>{t('interviews.cancel')}</Link>
          )}
        </div>
      </section>
      {state === 'to_check' && <PaperCheck interview={interview} mayWrite={mayWrite} />}
    </>
  )
}
