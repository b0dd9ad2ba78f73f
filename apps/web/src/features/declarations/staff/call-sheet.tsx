import { formatDate, formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { useSession } from '../../../lib/session.ts'
import { todayInZone } from '../../../lib/today.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useContactWords, useSpokenLanguages } from './contact-words.ts'
import type { CallList, MissingPerson } from './queries.ts'

/** The list of calls on paper (A4), with room to write; the screen does not show it. */
export function CallSheet({ list }: { list: CallList }) {
  const t = useT()
  const locale = useLocale()
  const cooperative = useSession()?.cooperative.name ?? ''
  const people = list.people.filter((row) => row.state !== 'postponed')
  return (
    <section className="call-sheet">
      <h2>{t('calls.sheet.title', { month: formatMonth(list.month, locale) })}</h2>
      <p>
        {t('calls.sheet.subtitle', {
          cooperative,
          date: formatDate(todayInZone(), locale),
          until: formatDate(list.deadlineOn, locale),
        })}
      </p>
      <p>{t('calls.sheet.hint')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('calls.column.person')}</th>
            <th scope="col">{t('calls.column.referent')}</th>
            <th scope="col">{t('calls.column.last')}</th>
            <th scope="col">{t('calls.column.room')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((row) => (
            <SheetRow key={`${row.personId}${row.activityId}`} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function SheetRow({ row }: { row: MissingPerson }) {
  const t = useT()
  const languages = useSpokenLanguages()
  const words = useContactWords()
  const [last] = row.contacts
  const contact = last === undefined ? null : words(last)
  return (
    <tr>
      <th scope="row">
        {row.personName}
        <span className="cell-line">{row.phone === '' ? t('calls.noPhone') : row.phone}</span>
        <span className="cell-line">{row.activityName}</span>
        <span className="cell-line">{t(`calls.state.${row.state}`)}</span>
      </th>
      <td>
        {languages(row)}
        <span className="cell-line">
          {row.referent === '' ? t('calls.noReferent') : row.referent}
        </span>
      </td>
      <td>
        {contact === null ? t('calls.never') : contact.what}
        {contact !== null && contact.next !== '' && (
          <span className="cell-line">{contact.next}</span>
        )}
        {last !== undefined && last.note !== '' && <span className="cell-line">{last.note}</span>}
      </td>
      <td className="call-room" />
    </tr>
  )
}
