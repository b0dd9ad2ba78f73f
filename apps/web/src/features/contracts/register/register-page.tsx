import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { EmptyState } from '../../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { ChangeForm } from './change-form.tsx'
import { CopyForm } from './copy-form.tsx'
import { EnterForm } from './enter-form.tsx'
import { type RegisterEntry, registerQuery } from './queries.ts'

/** The register of the staff: what is missing first, then its lines, a change beside one, a copy. */
export function RegisterPage() {
  const t = useT()
  const locale = useLocale()
  const mayEdit = useCan('staff-register.edit')
  const { data, error, refetch } = useQuery(registerQuery)
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const [next] = data.toEnter
  const more = data.toEnter.length - 1
  return (
    <>
      <PageHeader
        title={t('staffRegister.title')}
        subtitle={t('staffRegister.lead')}
        back={{ href: '/gestion/contrats', label: t('staffRegister.back') }}
      />
      <section className="panel" aria-label={t('staffRegister.missing.title')}>
        <h2>{t('staffRegister.missing.title')}</h2>
        {next === undefined && <p>{t('staffRegister.missing.none')}</p>}
        {next !== undefined && (
          <>
            <p>
              {t('staffRegister.missing.next', {
                name: next.personName,
                number: next.number,
                on: formatDate(next.hiredOn, locale),
              })}{' '}
              {more > 0 && t('staffRegister.missing.more', { count: more })}
            </p>
            {mayEdit && <EnterForm key={next.contractId} hire={next} />}
          </>
        )}
      </section>
      {data.entries.length === 0 ? (
        <EmptyState kind="first" title={t('staffRegister.empty')} />
      ) : (
        <Lines entries={data.entries} />
      )}
      <div className="register-gap" />
      {mayEdit && data.entries.length > 0 && <ChangeForm entries={data.entries} />}
      <CopyForm />
      <p className="dimmed">
        {t('staffRegister.law')} {t('staffRegister.noCape')}
      </p>
    </>
  )
}

function Lines({ entries }: { entries: readonly RegisterEntry[] }) {
  const t = useT()
  const locale = useLocale()
  const day = (date: string) => formatDate(date, locale)
  const columns: Column<RegisterEntry>[] = [
    { key: 'n', header: t('staffRegister.column.n'), cell: ({ n }) => n },
    {
      key: 'who',
      header: t('staffRegister.who'),
      cell: (line) => (
        <>
          {line.familyName} {line.givenNames}
          <div className="dimmed">
            {line.bornOn !== null && `${t('staffRegister.born', { on: day(line.bornOn) })}, `}
            {line.sex !== null && `${t(`staffRegister.sex.${line.sex}`)}, `}
            {line.nationality}
          </div>
        </>
      ),
    },
    {
      key: 'work',
      header: t('staffRegister.work'),
      cell: (line) => (
        <>
          {line.job}
          <div className="dimmed">{line.qualification}</div>
        </>
      ),
    },
    {
      key: 'when',
      header: t('staffRegister.when'),
      cell: (line) => (
        <>
          {t('staffRegister.in', { on: day(line.hiredOn) })}
          {line.leftOn !== null && <div>{t('staffRegister.out', { on: day(line.leftOn) })}</div>}
        </>
      ),
    },
    {
      key: 'papers',
      header: t('staffRegister.papers'),
      cell: (line) => (
        <>
          {line.permitKind !== null && t(`permitKinds.${line.permitKind}`)} {line.permitNumber}
          {line.authorisationOn !== null && (
            <div>{t('staffRegister.authorised', { on: day(line.authorisationOn) })}</div>
          )}
          {line.notes.map((note) => (
            <div key={note.n}>
              {t('staffRegister.note', {
                on: day(note.happenedOn),
                what: t(`staffRegister.mention.${note.mention}`),
                words: note.words,
              })}
            </div>
          ))}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('staffRegister.caption')}
      columns={columns}
      rows={entries}
      rowKey={({ contractId }) => contractId}
    />
  )
}
