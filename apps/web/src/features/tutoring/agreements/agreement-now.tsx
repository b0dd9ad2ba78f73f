import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { dayInZone } from '../../../lib/today.ts'
import { useT } from '../../../ui/staff/words.ts'
import type { Agreement } from './queries.ts'

/** What is written, who said what, the paper, the end and the reviews. */
export function AgreementNow({
  relationId,
  agreement: one,
}: {
  relationId: string
  agreement: Agreement
}) {
  const t = useT()
  const locale = useLocale()
  const day = (at: string) => formatDate(dayInZone(at), locale, 'long')
  const { agreement, state, end, countersigned } = one
  if (agreement === null || state === null) return null
  const facts = [
    [t('tutoringAgreement.column'), t(`tutoringAgreement.state.${state}`)],
    [t('tutoringAgreement.now.aim'), agreement.aim],
    [t('tutoringAgreement.now.rhythm'), t(`tutoringAgreement.rhythm.${agreement.rhythm}`)],
    [
      t('tutoringAgreement.now.period'),
      t('tutoringAgreement.now.months', {
        months: agreement.months,
        from: day(agreement.startsOn),
        to: day(agreement.endsOn),
      }),
    ],
    [t('tutoringAgreement.now.confidentiality'), agreement.confidentiality],
    [t('tutoringAgreement.now.stopping'), agreement.stopping],
  ] as const
  return (
    <section aria-labelledby="now">
      <h2 id="now">{t('tutoringAgreement.now.title', { version: one.version })}</h2>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('tutoringAgreement.now.answers')}</h3>
      {one.answers.length === 0 && <p>{t('tutoringAgreement.now.noAnswer')}</p>}
      <ul>
        {one.answers.map((answer) => (
          <li key={answer.at + answer.side}>
            {t(`tutoringAgreement.now.${answer.answer}`, {
              side: t(`tutoringAgreement.side.${answer.side}`),
              day: day(answer.at),
              channel: t(`tutoringAgreement.now.${answer.channel}`),
            })}
          </li>
        ))}
      </ul>
      {countersigned && (
        <p>
          {t('tutoringAgreement.now.countersigned', {
            name: countersigned.byName,
            day: day(countersigned.at),
          })}{' '}
          <a href={`/api/tutoring/relations/${relationId}/agreement/document`}>
            {t('tutoringAgreement.now.paper')}
          </a>
        </p>
      )}
      {end && (
        <p>
          {t('tutoringAgreement.end.said', {
            day: day(end.endedOn),
            reason: t(`tutoringAgreement.reason.${end.reason}`),
          })}
          {end.words !== '' && ` (${end.words})`}
        </p>
      )}
      {end && <Reviews reviews={one.reviews} />}
    </section>
  )
}

function Reviews({ reviews }: { reviews: Agreement['reviews'] }) {
  const t = useT()
  // In the words that were touched on the phone.
  const word = (answer: 'yes' | 'partly' | 'no') => ({
    answer: t(`tutoringAgreement.review.answer.${answer}`),
  })
  return (
    <>
      <h3>{t('tutoringAgreement.review.title')}</h3>
      {reviews.length === 0 && <p>{t('tutoringAgreement.review.none')}</p>}
      <ul>
        {reviews.map((review) => (
          <li key={review.side}>
            <strong>{t(`tutoringAgreement.side.${review.side}`)}</strong>{' '}
            {t('tutoringAgreement.review.aim', word(review.aimAnswer))}{' '}
            {t('tutoringAgreement.review.help', word(review.helpAnswer))}{' '}
            {t('tutoringAgreement.review.again', {
              answer: t(`tutoringAgreement.review.againAnswer.${review.againAnswer}`),
            })}{' '}
            {review.words}
          </li>
        ))}
      </ul>
    </>
  )
}
