import { Alert, Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { type LookAlike, type LookAlikeQuery, lookAlikesQuery } from '../../lib/look-alikes.ts'
import { useT } from './words.ts'

interface LookAlikesProps {
  /** What was typed. */
  typed: LookAlikeQuery
  onIsNew: () => void
  isBusy: boolean
}

/** What was typed beside who looks the same. Two ways on, and no silent merge. */
export function LookAlikes({ typed, onIsNew, isBusy }: LookAlikesProps) {
  const t = useT()
  const locale = useLocale()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { data = [] } = useQuery(lookAlikesQuery(typed, true))
  const day = (date: string | null | undefined) => (date ? formatDate(date, locale) : '–')
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      color="orange"
      icon={<IconUsers aria-hidden />}
      title={t('people.same.title')}
    >
      <p>{t('people.same.text')}</p>
      <section
        className="table-scroll"
        data-scroll-x=""
        aria-label={t('people.same.caption')}
        tabIndex={0}
      >
        <table className="data-table">
          <caption className="visually-hidden">{t('people.same.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('people.table.name')}</th>
              <th scope="col">{t('people.form.bornOn')}</th>
              <th scope="col">{t('people.form.email')}</th>
              <th scope="col">{t('people.form.phone')}</th>
              <th scope="col">{t('people.same.why')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{`${typed.givenName ?? ''} ${typed.familyName ?? ''}`.trim()}</th>
              <td>{day(typed.bornOn)}</td>
              <td>{typed.email || '–'}</td>
              <td>{typed.phone || '–'}</td>
              <td>{t('people.same.typed')}</td>
            </tr>
            {data.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link href={hrefOf(one)}>{one.name}</Link>
                </th>
                <td>{day(one.bornOn)}</td>
                <td>{one.email || '–'}</td>
                <td>{one.phone || '–'}</td>
                <td>{one.by.map((by) => t(`people.same.by.${by}`)).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="form-actions">
        <Button variant="default" loading={isBusy} onClick={onIsNew}>
          {t('people.same.isNew')}
        </Button>
      </div>
    </Alert>
  )
}

function hrefOf({ kind, id }: LookAlike): string {
  return kind === 'lead' ? `/gestion/contacts/${id}` : `/gestion/personnes/${id}`
}
