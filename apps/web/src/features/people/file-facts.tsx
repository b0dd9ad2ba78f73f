import { daysBetween, localDate } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { todayInZone } from '../../lib/today.ts'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { PersonFile } from './queries.ts'

/** What one looks for first: reference, activity, phone, the end of the contract. */
export function FileFacts({ file }: { file: PersonFile }) {
  const t = useT()
  const locale = useLocale()
  return (
    <ul className="file-facts">
      <li>{t('people.file.reference', { reference: file.reference })}</li>
      <li>{t(`people.stage.${file.stage}`)}</li>
      {file.adviserName !== null && (
        <li>{t('people.welcome.adviser', { name: file.adviserName })}</li>
      )}
      {file.activities.map((activity) => (
        <li key={activity.id}>
          <Link href={`/gestion/activites/${activity.id}`}>{activity.name}</Link>
        </li>
      ))}
      {file.phone !== '' && (
        <li>
          <a href={`tel:${file.phone.replace(/[^\d+]/g, '')}`}>{file.phone}</a>
        </li>
      )}
      {file.email !== '' && (
        <li>
          <a href={`mailto:${file.email}`}>{file.email}</a>
        </li>
      )}
      {file.bornOn !== null && (
        <li>{t('people.file.born', { date: formatDate(file.bornOn, locale) })}</li>
      )}
      {file.isTutor && <li>{t('people.file.tutor')}</li>}
      {file.isHeld && (
        <li>
          <StatusBadge look="attention">{t('personalData.isHeld')}</StatusBadge>
        </li>
      )}
      {!file.hasAccess && <li>{t('people.file.noAccess')}</li>}
      <ContractEnd file={file} />
    </ul>
  )
}

function ContractEnd({ file }: { file: PersonFile }) {
  const t = useT()
  const locale = useLocale()
  const endsOn = file.contracts.find((contract) => contract.state === 'active')?.endsOn
  if (!endsOn) return null
  const count = daysBetween(localDate(todayInZone()), localDate(endsOn))
  return (
    <li>
      {t('people.file.contractEnds', { date: formatDate(endsOn, locale) })},{' '}
      {t('people.file.daysLeft', { count })}
    </li>
  )
}
