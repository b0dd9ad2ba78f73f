import { linesOf } from '@terreau/domain/text/lines'
import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { dayInZone } from '../../../lib/today.ts'
import { Button } from '../../../ui/phone/button.tsx'
import { Card } from '../../../ui/phone/card.tsx'
import { ProblemNotice } from '../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../ui/phone/words.ts'
import { useAcceptCharter } from './mutations.ts'
import type { OwnProfile } from './queries.ts'

/** The charter that stands, with one button; or when it was accepted. */
export function CharterCard({ own: { charter, accepted } }: { own: OwnProfile }) {
  const t = useT()
  const locale = useLocale()
  const accept = useAcceptCharter()
  const day = (on: string) => formatDate(dayInZone(on), locale, 'long')
  const isAccepted = charter !== null && accepted?.version === charter.version
  return (
    <Card title={t('tutoringOffer.charter.title')}>
      {charter === null && <p>{t('tutoringOffer.charter.none')}</p>}
      {charter !== null && (
        <ul className="plain-list">
          {linesOf(charter.body).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {charter !== null && (
        <p className="hint">
          {t('tutoringOffer.charter.version', {
            version: charter.version,
            day: day(charter.publishedAt),
          })}
        </p>
      )}
      {charter !== null && accepted !== null && !isAccepted && (
        <p>{t('tutoringOffer.charter.newer')}</p>
      )}
      {isAccepted && accepted !== null && (
        <p role="status">
          {t('tutoringOffer.charter.accepted', {
            version: accepted.version,
            day: day(accepted.on),
          })}
        </p>
      )}
      {accept.error && <ProblemNotice error={accept.error} />}
      {charter !== null && !isAccepted && (
        <Button
          type="button"
          look="secondary"
          isBusy={accept.isPending}
          onClick={() => accept.mutate(charter.version)}
        >
          {t('tutoringOffer.charter.accept')}
        </Button>
      )}
    </Card>
  )
}
