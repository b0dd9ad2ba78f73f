import { formatCents, formatDate, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { SchemeExceptions, SchemeTiers } from '../../ui/staff/scheme-words.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Approval } from './queries.ts'

type Proposal = Approval['proposal']
type Of<A extends Proposal['act']> = Extract<Proposal, { act: A }>

/** What would happen, with the way to what it rests on. */
export function ProposalDetails({ approval }: { approval: Approval }) {
  const { proposal } = approval
  switch (proposal.act) {
    case 'close-month':
      return <Closing proposal={proposal} />
    case 'decide-scheme':
      return <Scheme scheme={proposal.scheme} />
    case 'change-iban':
      return <Iban proposal={proposal} name={approval.personName} />
    case 'export-pay':
      return <Pay proposal={proposal} />
    case 'one-person-again':
      return <Switch proposal={proposal} />
  }
}

function Closing({ proposal: { month, sendMails } }: { proposal: Of<'close-month'> }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <p>{t('approvals.closing.what', { month: formatMonth(month, locale) })}</p>
      <p>{t(sendMails ? 'approvals.closing.mails' : 'approvals.closing.noMails')}</p>
      <Link href={`/gestion/cloture/${month}/apercu`}>{t('approvals.closing.see')}</Link>
    </>
  )
}

function Scheme({ scheme }: { scheme: Of<'decide-scheme'>['scheme'] }) {
  const t = useT()
  const locale = useLocale()
  const { replaces, appliesUntil } = scheme
  return (
    <>
      <p>
        {t('approvals.scheme.decided', {
          reference: scheme.decisionReference,
          date: formatDate(scheme.decidedOn, locale),
        })}
      </p>
      <p>{t('approvals.scheme.base', { base: t(`schemes.baseName.${scheme.base}`) })}</p>
      <h3>{t('approvals.scheme.tiers')}</h3>
      <div>
        <SchemeTiers tiers={scheme.tiers} />
      </div>
      <p>
        {t('approvals.scheme.floor', {
          amount: formatCents(BigInt(scheme.monthlyFloorCents), locale),
        })}
      </p>
      {replaces && (
        <p>{t('approvals.scheme.replaces', { month: formatMonth(replaces.fromMonth, locale) })}</p>
      )}
      {appliesUntil && (
        <p>{t('schemes.untilOnly', { month: formatMonth(appliesUntil, locale) })}</p>
      )}
      <h3>{t('approvals.scheme.exceptions')}</h3>
      <SchemeExceptions scheme={scheme} />
    </>
  )
}

function Iban({ proposal, name }: { proposal: Of<'change-iban'>; name: string }) {
  const t = useT()
  return (
    <>
      <p>{t('approvals.iban.what', { masked: proposal.masked })}</p>
      <p>{t('approvals.iban.compare')}</p>
      <Link href={`/gestion/personnes/${proposal.personId}/papiers`}>
        {t('approvals.iban.see', { name })}
      </Link>
    </>
  )
}

function Pay({ proposal: { month } }: { proposal: Of<'export-pay'> }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <p>{t('approvals.pay.what', { month: formatMonth(month, locale) })}</p>
      <Link href={`/gestion/paie?mois=${month}`}>{t('approvals.pay.see')}</Link>
    </>
  )
}

function Switch({ proposal: { validFrom, source } }: { proposal: Of<'one-person-again'> }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <p>{t('approvals.switch.what', { date: formatDate(validFrom, locale) })}</p>
      <p>{t('approvals.switch.source', { source })}</p>
    </>
  )
}
