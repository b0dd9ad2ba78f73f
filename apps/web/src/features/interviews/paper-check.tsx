import { formatDate } from '@terreau/i18n/format'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { SecondLook } from '../../ui/staff/second-look.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useCheckReport } from './mutations.ts'
import type { Interview } from './queries.ts'

/** A report that was signed by hand, beside the one that was written: is it this one? */
export function PaperCheck({ interview, mayWrite }: { interview: Interview; mayWrite: boolean }) {
  const t = useT()
  const locale = useLocale()
  const check = useCheckReport(interview.id)
  const { paper, signedOn } = interview
  return (
    <section className="panel form">
      {paper && signedOn !== null && (
        <p>
          {t('interviews.paper.received', {
            name: paper.receivedBy,
            date: formatDate(signedOn, locale),
          })}
        </p>
      )}
      <p>{t('interviews.paper.compare')}</p>
      <p>
        <a
          href={apiUrl('GET /interviews/:interviewId/document', {
            params: { interviewId: interview.id },
          })}
          target="_blank"
          rel="noreferrer"
        >
          {t('interviews.paper.openScan')}
          <span className="visually-hidden"> {t('signatures.page.newTab')}</span>
        </a>
      </p>
      {paper?.isOwn === true && <p>{t('signatures.page.ownScan')}</p>}
      {mayWrite && paper?.isOwn === false && (
        <SecondLook rightLabel={t('interviews.paper.right')} check={check} />
      )}
    </section>
  )
}
