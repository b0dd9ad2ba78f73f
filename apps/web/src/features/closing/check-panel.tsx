import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ConcernedRow } from './concerned-row.tsx'
import type { Check, CheckCode } from './queries.ts'
import type { Decisions } from './use-decisions.ts'

/** Where the error summary leads. */
export function checkId(code: CheckCode): string {
  return `check-${code}`
}

interface CheckPanelProps {
  check: Check
  /** Null for those who may only read. */
  decisions: Decisions | null
}

/** One check: how many, why it matters, who. */
export function CheckPanel({ check, decisions }: CheckPanelProps) {
  const t = useT()
  const { code, level, count, people } = check
  const id = checkId(code)
  return (
    <section className="panel check-panel" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <StatusBadge look={level === 'blocking' ? 'danger' : 'attention'}>
          {t(`closing.checks.${level}`)}
        </StatusBadge>
        {t(`closing.check.${code}.title`, { count })}
      </h2>
      <p className="dimmed">{t(`closing.check.${code}.why`)}</p>
      <ul>
        {people.map((concerned) => (
          <li key={`${concerned.activityId}${concerned.declarationId}${concerned.detail}`}>
            <ConcernedRow code={code} concerned={concerned} decisions={decisions} />
          </li>
        ))}
      </ul>
    </section>
  )
}
