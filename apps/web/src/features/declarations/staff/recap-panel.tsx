import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { ShareLink } from '../../../ui/staff/share-link.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { lineNumber } from './line-number.ts'
import { useNoteRecapShare } from './mutations.ts'
import type { Reviewed } from './queries.ts'

/** Whether the person confirmed what staff typed during the call; nothing for what they sent themselves. */
export function RecapPanel({ declaration }: { declaration: Reviewed }) {
  const t = useT()
  const locale = useLocale()
  const mayShare = useCan('declaration.declare-for')
  const note = useNoteRecapShare(declaration.id)
  const { recap } = declaration
  if (recap === null) return null
  const n = recap.lineId === null ? null : lineNumber(declaration.lines, recap.lineId)
  return (
    <section aria-labelledby="recap-title">
      <h3 id="recap-title">{t('review.recap.title')}</h3>
      <p>
        {t(`review.recap.state.${recap.state}`, { name: declaration.personName })}
        {n !== null && ` (${t('review.flag.onLine', { n })})`}
        {recap.answeredAt !== null && (
          <span className="dimmed"> · {formatInstant(recap.answeredAt, locale)}</span>
        )}
      </p>
      {recap.words !== '' && <blockquote>{recap.words}</blockquote>}
      {note.error && <ErrorBlock error={note.error} />}
      {mayShare && recap.share !== null && (
        <ShareLink share={recap.share} onShared={(by) => note.mutate(by)} />
      )}
    </section>
  )
}
