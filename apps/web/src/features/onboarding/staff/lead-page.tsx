import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import { formatDate, formatLabelled } from '@terreau/i18n/format'
import { Link, useParams } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import { problemOf } from '../../../lib/problem-error.ts'
import { useCan } from '../../../lib/session.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { LeadHistory } from './lead-history.tsx'
import { type Lead, onboardingQueries } from './queries.ts'
import { StageBadge } from './stage-badge.tsx'

/** A contact: how to reach them, what happened, what may come next, when it is erased. */
export function LeadPage() {
  const t = useT()
  const { leadId = '' } = useParams()
  const { data: lead, error, refetch } = useQuery(onboardingQueries.lead(leadId))
  const back = { href: '/gestion/contacts', label: t('onboarding.back') }
  if (problemOf(error)?.status === 404)
    return <PageHeader title={t('onboarding.lead.notFound')} back={back} />
  if (error && !lead) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!lead) return <Loading />
  return (
    <>
      <PageHeader
        title={fullName(lead)}
        subtitle={<Facts lead={lead} />}
        back={back}
        actions={<Acts lead={lead} />}
      />
      <LeadHistory lead={lead} />
      <Meetings lead={lead} />
    </>
  )
}

function Facts({ lead }: { lead: Lead }) {
  const t = useT()
  const locale = useLocale()
  const reach = [lead.phone, lead.email].filter(Boolean).join(', ')
  const origin = formatLabelled(t(`onboarding.origin.${lead.origin}`), lead.originName, locale)
  return (
    <ul className="file-facts">
      <li>
        <StageBadge stage={lead.stage} />
      </li>
      <li>{t('onboarding.file.reach', { reach })}</li>
      <li>{t('onboarding.file.origin', { origin })}</li>
      <li>{t('onboarding.file.consent', { date: formatDate(lead.consentedOn, locale) })}</li>
      <li>
        {lead.deleteOn === null
          ? t('onboarding.file.kept')
          : t('onboarding.file.erased', { date: formatDate(lead.deleteOn, locale) })}
      </li>
    </ul>
  )
}

function Acts({ lead }: { lead: Lead }) {
  const t = useT()
  const mayAct = useCan('onboarding.manage')
  if (lead.personId !== null) {
    return (
      <Button component={Link} href={`/gestion/accueil/${lead.personId}`}>
        {t('onboarding.file.openPerson')}
      </Button>
    )
  }
  if (!mayAct) return null
  const at = `/gestion/contacts/${lead.id}`
  return (
    <>
      {lead.acts.includes('interview') && (
        <Button component={Link} variant="default" href={`${at}/entretien`}>
          {t('onboarding.file.interview')}
        </Button>
      )}
      {lead.acts.length > 0 && (
        <Button component={Link} variant="default" href={`${at}/etape`}>
          {t('onboarding.file.decide')}
        </Button>
      )}
      {lead.stage === 'admitted' && (
        <Button component={Link} href={`${at}/dossier`}>
          {t('onboarding.file.openFile')}
        </Button>
      )}
    </>
  )
}

function Meetings({ lead }: { lead: Lead }) {
  const t = useT()
  const locale = useLocale()
  const said = (came: boolean | null) =>
    came === null ? 'invited' : came ? ('came' as const) : ('absent' as const)
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings">{t('onboarding.file.meetings')}</h2>
      {lead.meetings.length === 0 && <p>{t('onboarding.file.noMeeting')}</p>}
      <ul>
        {lead.meetings.map((meeting) => (
          <li key={meeting.id}>
            <Link href={`/gestion/reunions/${meeting.id}`}>
              {t('onboarding.meeting.one', { date: formatDate(meeting.heldOn, locale) })}
            </Link>
            {`, ${t(`onboarding.file.${said(meeting.came)}`)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
