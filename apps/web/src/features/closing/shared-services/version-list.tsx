import { Link } from 'wouter'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useT } from '../../../ui/staff/words.ts'
import type { Account } from './queries.ts'

/** Every version with its reason: an earlier one stays readable. */
export function VersionList({ account }: { account: Account }) {
  const t = useT()
  const locale = useLocale()
  const { firstMonth, version: shown } = account
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('sharedServices.versions.title')}</h2>
      <ul>
        {account.versions.map(({ version, reason, givenAt }) => {
          const name =
            givenAt === null
              ? t('sharedServices.versions.draft', { version })
              : t('sharedServices.versions.given', {
                  version,
                  date: formatInstant(givenAt, locale),
                })
          return (
            <li key={version}>
              {version === shown ? (
                <strong>{name}</strong>
              ) : (
                <Link href={`/gestion/comptes/services-communs/${firstMonth}?version=${version}`}>
                  {name}
                </Link>
              )}
              {reason !== '' && <p>{t('sharedServices.versions.reason', { reason })}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
