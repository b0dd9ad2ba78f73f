import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { mayAct, SIDES } from '@terreau/domain/tutoring/agreement'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { useParams } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { AgreementForm } from './agreement-form.tsx'
import { AgreementNow } from './agreement-now.tsx'
import { EndForm } from './end-form.tsx'
import {
  type Agreement,
  type AgreementLinks,
  agreementQueries,
  useCountersign,
  useNewLinks,
} from './queries.ts'
import { WaySection } from './way-section.tsx'

/** One pair and its agreement, from the first wording to the reviews. */
export function PairPage() {
  const t = useT()
  const locale = useLocale()
  const { relationId = '' } = useParams()
  const { data, error, refetch } = useQuery(agreementQueries.one(relationId))
  const [links, setLinks] = useState<AgreementLinks>([])
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const day = (on: string) => formatDate(on, locale, 'long')
  return (
    <>
      <PageHeader
        title={t('tutoringAgreement.title', { tutor: data.tutorName, tutee: data.tuteeName })}
        subtitle={
          data.endedOn === null
            ? t('tutoringAgreement.since', { day: day(data.startedOn) })
            : t('tutoringAgreement.endedOn', { day: day(data.endedOn) })
        }
        back={{ href: '/gestion/tutorat', label: t('tutoring.title') }}
      />
      {data.state === null && <p>{t('tutoringAgreement.noneHint')}</p>}
      <WaySection relationId={relationId} pair={data} />
      <AgreementNow relationId={relationId} agreement={data} />
      {links.length > 0 && <Links links={links} />}
      <Acts relationId={relationId} agreement={data} onLinks={setLinks} />
    </>
  )
}

function Links({ links }: { links: AgreementLinks }) {
  const t = useT()
  return (
    <section aria-labelledby="links" role="status">
      <h2 id="links">{t('tutoringAgreement.links.title')}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.side}>
            {t('tutoringAgreement.links.one', { name: link.name })}
            {link.wasMailed && ` (${t('tutoringAgreement.links.mailed')})`}
            <br />
            <a href={link.url}>{link.url}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ActsProps {
  relationId: string
  agreement: Agreement
  onLinks: (links: AgreementLinks) => void
}

function Acts({ relationId, agreement, onLinks }: ActsProps) {
  const t = useT()
  const mayWrite = useCan('tutoring.approve')
  const { version, state } = agreement
  const countersign = useCountersign(relationId, version)
  const renew = useNewLinks(relationId)
  const isAsking =
    state === 'asked' ||
    state === 'refused' ||
    (state === 'ended' && agreement.reviews.length < SIDES.length)
  if (!mayWrite) return null
  return (
    <>
      {state === 'accepted' && (
        <section aria-labelledby="countersign">
          <h2 id="countersign">{t('tutoringAgreement.countersign.title')}</h2>
          <p>{t('tutoringAgreement.countersign.hint')}</p>
          {countersign.error && <ErrorBlock error={countersign.error} />}
          <Button loading={countersign.isPending} onClick={() => countersign.mutate()}>
            {t('tutoringAgreement.countersign.submit')}
          </Button>
        </section>
      )}
      {renew.error && <ErrorBlock error={renew.error} />}
      {isAsking && (
        <p>
          <Button
            variant="default"
            loading={renew.isPending}
            onClick={() => afterWrite(renew.mutateAsync(), onLinks)}
          >
            {t('tutoringAgreement.links.again')}
          </Button>
        </p>
      )}
      {state === 'standing' && (
        <EndForm relationId={relationId} version={version} onDone={onLinks} />
      )}
      {(state === null || mayAct(state, 'write')) && (
        <AgreementForm
          key={version}
          relationId={relationId}
          agreement={agreement}
          onDone={onLinks}
        />
      )}
    </>
  )
}
