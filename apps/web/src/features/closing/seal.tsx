import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Closing } from './queries.ts'

/** Who closed, when, and the fingerprint that any later change would betray. */
export function Seal({ closing }: { closing: Closing }) {
  const t = useT()
  const locale = useLocale()
  const { done, total } = closing.statements
  const isFirst = /^0*$/.test(closing.previousSha256)
  const rows = [
    { label: t('closing.done.version'), value: String(closing.version) },
    { label: t('closing.done.closedAt'), value: formatInstant(closing.closedAt, locale) },
    { label: t('closing.done.closedBy'), value: closing.closedByName },
    {
      label: t('closing.done.statements'),
      value: t('closing.done.statementsDone', { done, total }),
    },
    { label: t('closing.done.sha256'), value: <code>{closing.sha256}</code> },
    {
      label: t('closing.done.previousSha256'),
      value: isFirst ? t('closing.done.firstSeal') : <code>{closing.previousSha256}</code>,
    },
  ]
  return (
    <section className="panel" aria-labelledby="seal">
      <h2 id="seal">{t('closing.done.seal')}</h2>
      <p className="dimmed">{t('closing.done.sealHint')}</p>
      <dl className="seal">
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
