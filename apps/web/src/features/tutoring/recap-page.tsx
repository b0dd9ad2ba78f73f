import { useQuery } from '@tanstack/react-query'
import { formatMinutes, formatMonth } from '@terreau/i18n/format'
import { type FormEvent, useState } from 'react'
import { type Api, apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { Button, LinkButton } from '../../ui/phone/button.tsx'
import { Card, Notice } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { SelectField } from '../../ui/phone/select-field.tsx'
import { useT } from '../../ui/phone/words.ts'
import { BadgesCard } from './badges-card.tsx'
import { FigureLines } from './figures.tsx'
import { useMakeCertificate } from './mutations.ts'
import { tutoringQueries } from './queries.ts'

/** Hours month by month, noted, confirmed and approved, and the certificate that proves the last. */
export function RecapPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(tutoringQueries.months())
  return (
    <Page
      title={t('tutoringRecap.recap.title')}
      hint={t('tutoringRecap.recap.hint')}
      back="/tutorat"
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <BadgesCard />
      <LinkButton href="/tutorat/engagement" look="secondary">
        {t('tutoringRecap.engagement.open')}
      </LinkButton>
      {data ? <Recap lines={data} /> : !error && <Loading />}
    </Page>
  )
}

type Line = Api['GET /me/tutoring/months']['response'][number]

function Recap({ lines }: { lines: readonly Line[] }) {
  const t = useT()
  const locale = useLocale()
  const months = [...new Set(lines.map((line) => line.month))]
  const certifiable = months.filter((month) =>
    lines.some((line) => line.month === month && line.approvedMinutes > 0),
  )
  return (
    <>
      {months.map((month) => (
        <Card key={month} title={formatMonth(month, locale)}>
          {lines
            .filter((line) => line.month === month)
            .map((line) => (
              <KindLines key={line.kind} line={line} />
            ))}
        </Card>
      ))}
      {certifiable.length === 0 ? (
        <p>{t('tutoringRecap.recap.none')}</p>
      ) : (
        <CertificateForm months={certifiable} />
      )}
    </>
  )
}

function KindLines({ line }: { line: Line }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <p>{t(`tutoringPhone.kind.${line.kind}`)}</p>
      <FigureLines figures={[line]} />
      <p>
        {t('tutoringRecap.recap.received', {
          time: formatMinutes(line.tuteeApprovedMinutes, locale),
        })}
        {line.travelMinutes > 0 &&
          ` · ${t('tutoringRecap.recap.travel', { time: formatMinutes(line.travelMinutes, locale) })}`}
      </p>
    </>
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
          <p role="status">{t('tutoringRecap.recap.ready', { number: make.data.number })}</p>
        </Notice>
        <LinkButton
          isExternal
          href={apiUrl('GET /me/tutoring/certificates/:attestationId/document', { params })}
        >
          {t('tutoringRecap.recap.download')}
        </LinkButton>
      </>
    )
  }
  return (
    <form onSubmit={submit} noValidate>
      {make.error && <ProblemNotice error={make.error} />}
      <SelectField
        name="from"
        label={t('tutoringRecap.recap.from')}
        value={from}
        onChange={setFrom}
        options={options}
      />
      <SelectField
        name="to"
        label={t('tutoringRecap.recap.to')}
        value={to}
        onChange={setTo}
        options={options}
      />
      <Button isBusy={make.isPending}>{t('tutoringRecap.recap.make')}</Button>
    </form>
  )
}
