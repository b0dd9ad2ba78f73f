import { formatDate } from '@terreau/i18n/format'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Signature } from './queries.ts'

/** Everything that happened to a request, in its order. Nothing of it is ever changed. */
export function ActList({ acts }: { acts: Signature['acts'] }) {
  const t = useT()
  const locale = useLocale()
  const detail = (act: Signature['acts'][number]) =>
    [
      act.position === null ? '' : t('signatures.act.party', { position: act.position }),
      act.route === null ? '' : t(`signatures.route.${act.route}`),
      act.signedOn === null
        ? ''
        : t('signatures.act.signedOn', { date: formatDate(act.signedOn, locale) }),
      act.witness === null ? '' : t('signatures.act.witness', { name: act.witness }),
      act.reason === null ? '' : t('signatures.act.reason', { reason: act.reason }),
    ].filter((part) => part !== '')
  const who = (name: string) => (/^(job|cli):/.test(name) ? t('signatures.act.job') : name)
  return (
    <section className="panel">
      <h2>{t('signatures.page.acts')}</h2>
      <ol className="act-list">
        {acts.map((act) => (
          <li key={`${act.at} ${act.act} ${act.position}`}>
            <b>{t(`signatures.act.${act.act}`)}</b>
            {detail(act).length > 0 && ` · ${detail(act).join(' · ')}`}
            <div className="dimmed">
              {t('signatures.act.by', { date: formatInstant(act.at, locale), who: who(act.who) })}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
