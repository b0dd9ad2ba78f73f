import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Api } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { MoreRows } from '../../ui/staff/more-rows.tsx'
import { useT } from '../../ui/staff/words.ts'
import { tutoringQueries } from './queries.ts'
import { StateForm } from './state-form.tsx'

type Pair = Api['GET /tutoring/relations']['response']['relations'][number]

/** Who helps whom, where and how, in the order of names: never a ranking. */
export function PairsTable() {
  const t = useT()
  const list = useInfiniteQuery(tutoringQueries.relations())
  const [stated, setStated] = useState<Pair | null>(null)
  const pairs = list.data?.pages.flatMap((page) => page.relations)
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">{t('tutoring.pairs.title')}</h2>
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {pairs?.length === 0 && <p>{t('tutoring.pairs.none')}</p>}
      {pairs && pairs.length > 0 && <Pairs pairs={pairs} onState={setStated} />}
      <MoreRows list={list} label={t('tutoring.pairs.more')} />
      {stated && <StateForm key={stated.id} pair={stated} onDone={() => setStated(null)} />}
    </section>
  )
}

function Pairs({ pairs, onState }: { pairs: readonly Pair[]; onState: (pair: Pair) => void }) {
  const t = useT()
  const locale = useLocale()
  const mayState = useCan('tutoring.approve')
  const mayRead = useCan('tutoring-need.read')
  const columns: Column<Pair>[] = [
    { key: 'tutor', header: t('tutoring.table.tutor'), cell: (p) => p.tutorName },
    { key: 'tutee', header: t('tutoring.table.tutee'), cell: (p) => p.tuteeName },
    {
      key: 'kind',
      header: t('tutoring.table.kind'),
      cell: (p) =>
        p.kind === null && mayState ? (
          <Button variant="default" size="compact-sm" onClick={() => onState(p)}>
            {t('tutoring.pairs.state', { tutor: p.tutorName })}
          </Button>
        ) : (
          t(`tutoring.kind.${p.kind ?? 'unstated'}`)
        ),
    },
    {
      key: 'agreement',
      header: t('tutoringAgreement.column'),
      cell: (p) => {
        const said =
          p.agreement === null
            ? t('tutoringAgreement.none')
            : t(`tutoringAgreement.state.${p.agreement}`)
        const names = { tutor: p.tutorName, tutee: p.tuteeName }
        return mayRead ? (
          <Link
            href={`/gestion/tutorat/duos/${p.id}`}
            aria-label={`${said}. ${t('tutoringAgreement.open', names)}`}
          >
            {said}
          </Link>
        ) : (
          said
        )
      },
    },
    { key: 'host', header: t('tutoring.pairs.host'), cell: (p) => p.hostName },
    {
      key: 'since',
      header: t('tutoring.pairs.since'),
      cell: (p) =>
        p.endedOn === null
          ? formatDate(p.startedOn, locale, 'long')
          : t('tutoringAgreement.endedOn', { day: formatDate(p.endedOn, locale, 'long') }),
    },
    {
      key: 'hours',
      header: t('tutoring.pairs.hours'),
      cell: (p) => formatMinutes(p.approvedMinutes, locale),
      isNumeric: true,
    },
  ]
  return (
    <DataTable
      caption={t('tutoring.pairs.caption')}
      columns={columns}
      rows={pairs}
      rowKey={(p) => p.id}
    />
  )
}
