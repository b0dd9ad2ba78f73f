import { REPORT_PARTS } from '@terreau/domain/interviews/support-interview'
import { Link } from 'wouter'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Interview } from './queries.ts'

/** What R7331-3 still demands of the report, each with the way to the field that says it. */
export function InterviewMissing({ interview }: { interview: Interview }) {
  const t = useT()
  if (interview.missing.length === 0)
    return (
      <p>
        <StatusBadge look="success">{t('interviews.complete')}</StatusBadge>
      </p>
    )
  return (
    <section className="panel" aria-labelledby="missing">
      <h2 id="missing">{t('interviews.missing')}</h2>
      <p>{t('interviews.missingIntro')}</p>
      <ul className="interview-missing">
        {interview.missing.map(({ pointer, code, params }) => {
          const field = pointer.slice(1).replaceAll('/', '.')
          const part = REPORT_PARTS.find((name) => field === `report.${name}`)
          const isOfFile = field.startsWith('person.')
          const href = isOfFile
            ? `/gestion/personnes/${interview.person.id}/modifier#familyName`
            : `/gestion/entretiens/${interview.id}/modifier#${field}`
          return (
            <li key={`${pointer} ${code}`}>
              <Link href={href}>
                {part
                  ? t(`interviews.part.${part}`)
                  : t(isOfFile ? 'interviews.person' : 'interviews.form.way')}
              </Link>
              {code === 'characters-not-printable' && (
                <div className="dimmed">
                  {t('fieldErrors.characters-not-printable', {
                    characters: String(params?.characters ?? ''),
                  })}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
