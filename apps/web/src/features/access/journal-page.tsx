import { useQuery } from '@tanstack/react-query'
import { translate } from '@terreau/i18n/t'
import { Link, useLocation, useSearch } from 'wouter'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { SelectField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { staffWords, useT } from '../../ui/staff/words.ts'
import { JOURNAL_ACTS } from './journal-acts.ts'
import { JournalDetails } from './journal-details.tsx'
import { accessQueries, type JournalEntry } from './queries.ts'

/** Who did what to whom. Filters and the place in the list are in the address. */
export function JournalPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const act = search.get('acte') ?? ''
  const before = search.get('avant')
  const { data, error, refetch } = useQuery(
    accessQueries.journal({
      ...(act === '' ? {} : { action: act }),
      ...(before === null ? {} : { before }),
    }),
  )
  const did = useActWords()
  return (
    <>
      <PageHeader
        title={t('settings.journal.title')}
        subtitle={t('settings.journal.hint')}
        back={{ href: '/gestion/reglages', label: t('settings.back') }}
      />
      <div className="journal-filter">
        <SelectField
          name="acte"
          label={t('settings.journal.filter')}
          value={act}
          onChange={(value) => navigate(hrefOf(value, null))}
          options={[
            { value: '', label: t('settings.journal.everything') },
            ...JOURNAL_ACTS.map((code) => ({ value: code, label: did(code) })).toSorted((a, b) =>
              a.label.localeCompare(b.label),
            ),
          ]}
        />
      </div>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.entries.length === 0 && (
        <EmptyState kind="filtered" title={t('settings.journal.empty')} />
      )}
      {data && data.entries.length > 0 && <JournalTable entries={data.entries} />}
      <p className="form-actions">
        {before !== null && <Link href={hrefOf(act, null)}>{t('settings.journal.newest')}</Link>}
        {data?.next && <Link href={hrefOf(act, data.next)}>{t('settings.journal.older')}</Link>}
      </p>
    </>
  )
}

function JournalTable({ entries }: { entries: readonly JournalEntry[] }) {
  const t = useT()
  const locale = useLocale()
  const did = useActWords()
  const who = (entry: JournalEntry) =>
    entry.actorName ??
    (entry.actorKind === 'job' || entry.actorKind === 'cli' || entry.actorKind === 'visitor'
      ? t(`settings.journal.who.${entry.actorKind}`)
      : '')
  return (
    <DataTable
      caption={t('settings.journal.title')}
      rows={entries}
      rowKey={(entry) => entry.n}
      columns={[
        {
          key: 'at',
          header: t('settings.journal.columns.at'),
          cell: (entry) => (
            <>
              {formatInstant(entry.at, locale)}
              <br />
              <span className="dimmed">{t('settings.journal.line', { n: entry.n })}</span>
            </>
          ),
        },
        { key: 'who', header: t('settings.journal.columns.who'), cell: who },
        {
          key: 'what',
          header: t('settings.journal.columns.what'),
          cell: (entry) => (
            <>
              {did(entry.action)}
              {entry.entityName !== null && <br />}
              {entry.entityName}
            </>
          ),
        },
        {
          key: 'details',
          header: t('settings.journal.columns.details'),
          cell: (entry) => <JournalDetails entry={entry} />,
        },
      ]}
    />
  )
}

/** The words of an act; its code when an older journal holds one that no longer exists. */
function useActWords(): (action: string) => string {
  const catalogue = staffWords.useCatalogue()
  const locale = useLocale()
  return (action) => {
    const key = `settings.journal.did.${action.replaceAll('.', '-')}`
    const words = translate(catalogue, locale, key)
    return words === key ? action : words
  }
}

function hrefOf(act: string, before: string | null): string {
  const query = new URLSearchParams()
  if (act !== '') query.set('acte', act)
  if (before !== null) query.set('avant', before)
  return query.size === 0 ? '/gestion/journal' : `/gestion/journal?${query}`
}
