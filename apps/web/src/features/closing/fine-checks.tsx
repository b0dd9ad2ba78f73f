import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { CHECK_CODES } from './check-codes.ts'
import type { CheckCode } from './queries.ts'

/** What was looked at and is in order: silence would not tell whether it was checked. */
export function FineChecks({ found }: { found: readonly CheckCode[] }) {
  const t = useT()
  const fine = CHECK_CODES.filter((code) => !found.includes(code))
  return (
    <section className="panel check-panel" aria-labelledby="checks-fine">
      <h2 id="checks-fine">
        <StatusBadge look="success">{t('closing.checks.fine')}</StatusBadge>
      </h2>
      <ul>
        {fine.map((code) => (
          <li key={code}>{t(`closing.check.${code}.fine`)}</li>
        ))}
      </ul>
    </section>
  )
}
