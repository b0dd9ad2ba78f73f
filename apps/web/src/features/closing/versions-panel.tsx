import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import { closingQueries, type Version } from './queries.ts'

/** Closings of the month that were opened again, and what was issued from them. Nothing for most months. */
export function VersionsPanel({ month }: { month: string }) {
  const t = useT()
  const { data } = useQuery(closingQueries.versions(month))
  const reopened = data?.filter((version) => version.reopenedAt !== null) ?? []
  if (reopened.length === 0) return null
  return (
    <section className="panel" aria-labelledby="versions">
      <h2 id="versions">{t('closing.reopened.title')}</h2>
      {reopened.map((version) => (
        <OneVersion key={version.version} version={version} />
      ))}
    </section>
  )
}

function OneVersion({ version }: { version: Version }) {
  const t = useT()
  const locale = useLocale()
  const at = (instant: string | null) => (instant === null ? '' : formatInstant(instant, locale))
  return (
    <>
      <p>
        {t('closing.reopened.closed', {
          version: String(version.version),
          name: version.closedByName,
          at: at(version.closedAt),
        })}{' '}
        {t('closing.reopened.opened', {
          name: version.reopenedByName,
          at: at(version.reopenedAt),
          reason: version.reason,
        })}
      </p>
      <dl className="seal">
        <dt>{t('closing.done.sha256')}</dt>
        <dd>
          <code>{version.sha256}</code>
        </dd>
      </dl>
      {version.statements > 0 && (
        <p>{t('closing.reopened.statements', { count: version.statements })}</p>
      )}
      {version.attestations.length > 0 && (
        <>
          <p>{t('closing.reopened.attestations')}</p>
          <ul>
            {version.attestations.map(({ id, number, personName }) => (
              <li key={id}>
                <Link href={`/gestion/attestations/${id}`}>
                  {number} · {personName}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
