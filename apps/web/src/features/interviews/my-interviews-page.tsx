import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import type { Api } from '../../lib/api.ts'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Card } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { interviewQueries } from './queries.ts'

type OwnInterview = Api['GET /me/interviews']['response']['interviews'][number]

/** The own interviews: the next ones first, then those that were held, each with its report. */
export function MyInterviewsPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(interviewQueries.own())
  const list = data?.interviews ?? []
  const planned = list.filter(({ state }) => state === 'planned').reverse()
  const held = list.filter(({ state }) => state !== 'planned')
  return (
    <Page title={t('interviewsPhone.title')} back="/moi/papiers">
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && <p className="lead">{t('interviewsPhone.intro')}</p>}
      {data && list.length === 0 && <p>{t('interviewsPhone.none')}</p>}
      {planned.length > 0 && <h2>{t('interviewsPhone.planned')}</h2>}
      {planned.map((interview) => (
        <InterviewCard key={interview.id} interview={interview} />
      ))}
      {held.length > 0 && <h2>{t('interviewsPhone.held')}</h2>}
      {held.map((interview) => (
        <InterviewCard key={interview.id} interview={interview} />
      ))}
    </Page>
  )
}

function InterviewCard({ interview }: { interview: OwnInterview }) {
  const t = useT()
  const locale = useLocale()
  const { state, plannedOn, plannedTime, heldOn, conductorName, way, place } = interview
  const day = formatDate(heldOn ?? plannedOn ?? '', locale)
  const time = heldOn === null ? plannedTime : ''
  const toSign = isToSign(interview)
  return (
    <Card title={time === '' ? day : t('interviewsPhone.dayTime', { day, time })}>
      <p>{t('interviewsPhone.with', { name: conductorName })}</p>
      <p>
        {t(`interviewsPhone.way.${way}`)}
        {place !== '' && ` : ${place}`}
      </p>
      {state !== 'planned' && (
        <p>
          {t(
            `interviewsPhone.state.${toSign ? 'to_sign' : state === 'to_sign' ? 'waiting' : state}`,
          )}
        </p>
      )}
      <ReportLink interview={interview} day={day} />
    </Card>
  )
}

/** The cooperative signs after the person: then nothing is left to sign here. */
function isToSign({ state, signedOn }: OwnInterview): boolean {
  return state === 'to_sign' && signedOn === null
}

/** To sign: the way to the signature. Signed: the file. */
function ReportLink({ interview, day }: { interview: OwnInterview; day: string }) {
  const t = useT()
  const { signatureId, paperDocumentId } = interview
  const named = <span className="visually-hidden"> {t('interviewsPhone.of', { day })}</span>
  if (isToSign(interview))
    return (
      <LinkButton href={`/moi/papiers/${signatureId}/signer`}>
        {t('interviewsPhone.sign')}
        {named}
      </LinkButton>
    )
  const pdf = paperDocumentId === null ? signedPdf(signatureId) : scan(paperDocumentId)
  if (pdf === null) return null
  return (
    <LinkButton href={pdf} look="secondary" isExternal>
      {t('interviewsPhone.open')}
      {named}
    </LinkButton>
  )
}

function signedPdf(signatureId: string | null): string | null {
  if (signatureId === null) return null
  return apiUrl('GET /me/signatures/:signatureId/document', { params: { signatureId }, query: {} })
}

/** What was signed by hand outside of the tool. */
function scan(documentId: string): string {
  const params = { documentId, version: '1' }
  return apiUrl('GET /me/documents/:documentId/versions/:version', { params })
}
