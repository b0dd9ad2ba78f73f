import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { CopiesPanel } from './copies-panel.tsx'
import { ErasureAnswer } from './erasure-answer.tsx'
import { HoldPanel } from './hold-panel.tsx'
import { personalDataQueries } from './queries.ts'
import { StandingTable } from './standing-table.tsx'

/** Everything about the data of one person: hold, copies, what is kept until when, erasure. */
export function PersonDataPage() {
  const t = useT()
  const locale = useLocale()
  const { personId = '' } = useParams()
  const { data, error, refetch } = useQuery(personalDataQueries.person(personId))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageHeader
        title={t('personalData.person.title')}
        subtitle={`${data.name} · ${data.reference}`}
        back={{ href: `/gestion/personnes/${personId}`, label: data.name }}
        actions={
          !data.isErased && (
            <Button
              component={Link}
              color="red"
              variant="light"
              href={`/gestion/personnes/${personId}/effacer`}
            >
              {t('personalData.erase.open')}
            </Button>
          )
        }
      />
      {data.isErased && <p>{t('personalData.person.isErased')}</p>}
      {data.erasureAskedOn !== null && (
        <ErasureAnswer personId={personId} askedOn={data.erasureAskedOn} />
      )}
      {data.erasureRefused !== null && (
        <p>
          {t('personalData.person.refused', {
            on: formatInstant(data.erasureRefused.answeredAt, locale),
            why: t(`personalData.refusal.${data.erasureRefused.refusal}`),
          })}
        </p>
      )}
      {!data.isErased && <HoldPanel personId={personId} holds={data.holds} />}
      <CopiesPanel personId={personId} copies={data.exports} mayAsk={!data.isErased} />
      {!data.isErased && <StandingTable standing={data.standing} />}
    </>
  )
}
