import { useQuery } from '@tanstack/react-query'
import { formatFinancialYear } from '@terreau/i18n/financial-year'
import { useState } from 'react'
import { useParams, useSearchParams } from 'wouter'
import { apiUrl } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { SavedNotice } from '../../../ui/staff/saved-notice.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { AccountState } from './account-state.tsx'
import { CorrectForm } from './correct-form.tsx'
import { GiveForm } from './give-form.tsx'
import { LineForm } from './line-form.tsx'
import { MonthsTable } from './months-table.tsx'
import { type Account, type Line, sharedServicesQueries } from './queries.ts'
import { ResultFigures } from './result-figures.tsx'
import { SideTable } from './side-table.tsx'
import { VersionList } from './version-list.tsx'

/** The account of the shared services of one financial year: read, completed, given, corrected. */
export function SharedServicesYearPage() {
  const t = useT()
  const locale = useLocale()
  const { exercice = '' } = useParams()
  const [search] = useSearchParams()
  const version = search.get('version')
  const { data, error, refetch } = useQuery(sharedServicesQueries.account(exercice, version))
  const year = data === undefined ? exercice : formatFinancialYear(data, locale)
  return (
    <>
      <PageHeader
        title={t('sharedServices.title', { year })}
        back={{
          href: '/gestion/comptes/services-communs',
          label: t('sharedServices.backToList'),
        }}
        actions={data && <Files account={data} />}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && <Content key={`${data.firstMonth} ${data.version}`} account={data} />}
    </>
  )
}

function Files({ account }: { account: Account }) {
  const t = useT()
  const { firstMonth, version, given } = account
  const of = { params: { firstMonth }, query: { version: String(version) } }
  // Before anything is entered there is no version to name.
  const file = account.versions.length === 0 ? { ...of, query: {} } : of
  return (
    <>
      <a href={apiUrl('GET /shared-services/:firstMonth/table', file)}>{t('sharedServices.csv')}</a>
      <a href={apiUrl('GET /shared-services/:firstMonth/workbook', file)}>
        {t('sharedServices.xlsx')}
      </a>
      {given !== null && given.documents.length > 0 && (
        <a href={apiUrl('GET /shared-services/:firstMonth/document', file)}>
          {t('sharedServices.pdf')}
        </a>
      )}
    </>
  )
}

function Content({ account }: { account: Account }) {
  const t = useT()
  const mayWrite = useCan('closing.close')
  const [edited, setEdited] = useState<Line | null>(null)
  const [said, setSaid] = useState<
    'line.saved' | 'line.removed' | 'give.mailed' | 'give.done' | null
  >(null)
  const isDraft = account.given === null
  const canEdit = isDraft && mayWrite
  const isLast = account.versions.every(({ version }) => version <= account.version)
  const [forms, setForms] = useState(0)
  const edit = (line: Line | null) => {
    setSaid(null)
    setEdited(line)
  }
  const finish = (done: 'saved' | 'removed') => {
    setEdited(null)
    setForms((n) => n + 1)
    setSaid(`line.${done}`)
  }
  const onEdit = canEdit ? edit : null
  return (
    <>
      <AccountState account={account} />
      <ResultFigures account={account} />
      <SavedNotice>{said !== null && !canEdit && t(`sharedServices.${said}`)}</SavedNotice>
      <SideTable side="resources" account={account} onEdit={onEdit} />
      <SideTable side="charges" account={account} onEdit={onEdit} />
      {/* Beside the form that saved it: the head of the page is out of sight by then. */}
      <SavedNotice>{said !== null && canEdit && t(`sharedServices.${said}`)}</SavedNotice>
      {canEdit && (
        <LineForm
          key={edited === null ? `new ${forms}` : `${edited.id} ${edited.revision}`}
          account={account}
          before={edited}
          onDone={finish}
          onCancel={() => edit(null)}
        />
      )}
      <MonthsTable account={account} />
      {canEdit && <GiveForm account={account} onDone={setSaid} />}
      {!isDraft && isLast && mayWrite && <CorrectForm firstMonth={account.firstMonth} />}
      {account.versions.length > 1 && <VersionList account={account} />}
    </>
  )
}
