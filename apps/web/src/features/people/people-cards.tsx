import { Checkbox } from '@mantine/core'
import { greetedName, listedName } from '@terreau/domain/names/full-name'
import { formatCents, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import { ContractState } from './contract-state.tsx'
import { endText, type PeopleRowsProps } from './people-table.tsx'

/** The same lines on a narrow screen, where seven columns would not fit. */
export function PeopleCards({ people, itemProps, chosen }: PeopleRowsProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <ul className="people-cards">
      {people.map((person) => (
        <li key={person.id}>
          {chosen && (
            <Checkbox
              label={t('people.adviser.choose', { name: greetedName(person) })}
              checked={chosen.ids.has(person.id)}
              onChange={() => chosen.toggle(person.id)}
            />
          )}
          <Link {...itemProps(person.id)} href={`/gestion/personnes/${person.id}`}>
            {listedName(person)}
          </Link>
          <p>{person.activity}</p>
          <p>
            {t(`people.stage.${person.stage}`)}
            {person.adviserName !== null &&
              `, ${t('people.welcome.adviser', { name: person.adviserName })}`}
          </p>
          {person.contract === null ? (
            <p>{t('people.noContract')}</p>
          ) : (
            <p>
              {person.contract.kind} <ContractState state={person.contract.state} />{' '}
              {t('people.card.end', {
                date: endText(person.contract.endsOn, locale, t('people.noEnd')),
              })}
            </p>
          )}
          <p className="dimmed">
            {t('people.card.declared', {
              month:
                person.lastDeclaredMonth === null
                  ? t('people.neverDeclared')
                  : formatMonth(person.lastDeclaredMonth, locale),
            })}
          </p>
          <p className="dimmed">
            {t('people.card.balance', { amount: formatCents(BigInt(person.balanceCents), locale) })}
          </p>
        </li>
      ))}
    </ul>
  )
}
