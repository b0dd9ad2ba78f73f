import { useT } from '../../ui/staff/words.ts'
import type { JournalEntry } from './queries.ts'

/** What the act changed, field by field, as the journal keeps it. */
export function JournalDetails({ entry }: { entry: JournalEntry }) {
  const t = useT()
  const before = fieldsOf(entry.before)
  const after = fieldsOf(entry.after)
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  )
  if (names.length === 0) return null
  return (
    <details>
      <summary>{t('settings.journal.details')}</summary>
      <dl className="journal-details">
        {names.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            {before[name] !== undefined && (
              <dd>
                <span className="dimmed">{t('settings.journal.before')} </span>
                {before[name]}
              </dd>
            )}
            {after[name] !== undefined && (
              <dd>
                <span className="dimmed">{t('settings.journal.after')} </span>
                {after[name]}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </details>
  )
}

function fieldsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      typeof part === 'string' ? part : JSON.stringify(part),
    ]),
  )
}
