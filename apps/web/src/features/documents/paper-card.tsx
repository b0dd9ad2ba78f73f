import { documentKindRules } from '@terreau/domain/documents/kinds'
import { formatDate } from '@terreau/i18n/format'
import { apiUrl } from '../../lib/api.ts'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { todayInZone } from '../../lib/today.ts'
import { ScanLook } from '../../ui/staff/scan-look.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Paper, PaperVersion } from './queries.ts'

/** One paper: the version that counts, how to open it, and those before it. */
export function PaperCard({ personId, paper }: { personId: string; paper: Paper }) {
  const t = useT()
  const [current, ...before] = paper.versions
  if (current === undefined) return null
  return (
    <>
      <Version version={current} />
      <Opening personId={personId} paper={paper} version={current} />
      {before.length > 0 && (
        <details>
          <summary>{t('papers.before', { count: before.length })}</summary>
          <ul className="paper-list">
            {before.map((version) => (
              <li key={version.version}>
                <Version version={version} />
                {isOpen(paper) && <Download paper={paper} version={version} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Version({ version }: { version: PaperVersion }) {
  const t = useT()
  const locale = useLocale()
  const { fileName, addedAt, addedBy, expiresOn, state } = version
  const isOver = expiresOn !== null && expiresOn < todayInZone()
  const at = formatInstant(addedAt, locale)
  return (
    <>
      <p>
        <strong>{t('papers.version', { n: version.version })}</strong>{' '}
        <span className="paper-file">{fileName}</span>
      </p>
      <p className="dimmed">
        {addedBy === '' ? t('papers.received', { at }) : t('papers.receivedFrom', { at, addedBy })}
      </p>
      {expiresOn !== null && (
        <StatusBadge look={isOver ? 'danger' : 'neutral'}>
          {t(isOver ? 'papers.over' : 'papers.until', { date: formatDate(expiresOn, locale) })}
        </StatusBadge>
      )}
      {state !== 'released' && (
        <StatusBadge look={state === 'refused' ? 'danger' : 'attention'}>
          {t(`papers.state.${state}`)}
        </StatusBadge>
      )}
    </>
  )
}

function Opening(props: { personId: string; paper: Paper; version: PaperVersion }) {
  const t = useT()
  const { personId, paper, version } = props
  if (version.state !== 'released') return null
  if (isOpen(paper)) return <Download paper={paper} version={version} />
  const title = t(`papers.kinds.${paper.kind}`)
  return (
    <details>
      <summary>{t('papers.openGuarded')}</summary>
      <ScanLook personId={personId} documentId={paper.id} version={version.version} title={title} />
    </details>
  )
}

function Download({ paper, version }: { paper: Paper; version: PaperVersion }) {
  const t = useT()
  if (version.state !== 'released') return null
  const params = { documentId: paper.id, version: version.version }
  return (
    <p>
      <a
        href={apiUrl('GET /documents/:documentId/versions/:version', { params })}
        download={version.fileName}
      >
        {t('papers.download')}
        <span className="visually-hidden"> : {version.fileName}</span>
      </a>
    </p>
  )
}

/** Ordinary papers open without a reason; the server decides the same. */
function isOpen(paper: Paper): boolean {
  return documentKindRules(paper.kind).look === 'file'
}
