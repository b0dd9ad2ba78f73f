import { useQuery } from '@tanstack/react-query'
import { formatMinutes, formatMonth } from '@terreau/i18n/format'
import { type FormEvent, useState } from 'react'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { Button, LinkButton } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { SelectField } from '../../ui/phone/select-field.tsx'
import { useT } from '../../ui/phone/words.ts'
import { useMakeCertificate } from './mutations.ts'
import { type TutorHome, tutoringQueries } from './queries.ts'

/** Confirmed hours month by month, and the certificate that proves them. */
export function RecapPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(tutoringQueries.home())
  return (
    <Page
      title={t('tutoringPhone.recap.title')}
      hint={t('tutoringPhone.recap.hint')}
      back="/tutorat"
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data ? <Recap home={data} /> : !error && <Loading />}
    </Page>
  )
}

function Recap({ home }: { home: TutorHome }) {
  const t = useT()
  const months = confirmedByMonth(home)
  if (months.length === 0) return <p>{t('tutoringPhone.recap.none')}</p>
  return (
    <>
      <MonthTable months={months} />
      <CertificateForm months={months.map((m) => m.month)} />
    </>
  )
}

function MonthTable({ months }: { months: readonly { month: string; minutes: number }[] }) {
  const locale = useLocale()
  return (
    <ul className="plain-list">
      {months.map(({ month, minutes }) => (
        <li key={month}>
          {formatMonth(month, locale)} : <strong>{formatMinutes(minutes, locale)}</strong>
        </li>
      ))}
    </ul>
  )
}

function CertificateForm({ months }: { months: readonly string[] }) {
  const t = useT()
  const locale = useLocale()
  const [from, setFrom] = useState(months.at(-1) ?? '')
  const [to, setTo] = useState(months[0] ?? '')
  const make = useMakeCertificate()
  const options = months.map((month) => ({ value: month, label: formatMonth(month, locale) }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [first = from, last = to] = [from, to].sort()
    make.mutate({ from: first, to: last })
  }
  if (make.data) {
    const params = { attestationId: make.data.attestationId }
    return (
      <>
        <Notice look="success">
          <p role="status">{t('tutoringPhone.recap.ready', { number: make.data.number })}</p>
        </Notice>
        <LinkButton
          isExternal
          href={apiUrl('GET /me/tutoring/certificates/:attestationId/document', { params })}
        >
          {t('tutoringPhone.recap.download')}
        </LinkButton>
      </>
    )
  }
  return (
    <form onSubmit={submit} noValidate>
      {make.error && <ProblemNotice error={make.error} />}
      <SelectField
        name="from"
        label={t('tutoringPhone.recap.from')}
        value={from}
        onChange={setFrom}
        options={options}
      />
      <SelectField
        name="to"
        label={t('tutoringPhone.recap.to')}
        value={to}
        onChange={setTo}
        options={options}
      />
      <Button isBusy={make.isPending}>{t('tutoringPhone.recap.make')}</Button>
    </form>
  )
}

function confirmedByMonth(home: TutorHome): { month: string; minutes: number }[] {
  const totals = new Map<string, number>()
  for (const session of home.sessions) {
    if (session.state !== 'confirmed') continue
    const month = session.heldOn.slice(0, 7)
    totals.set(month, (totals.get(month) ?? 0) + session.minutes)
  }
  return [...totals]
    .map(([month, minutes]) => ({ month, minutes }))
    .sort((a, b) => (a.month < b.month ? 1 : -1))
}
