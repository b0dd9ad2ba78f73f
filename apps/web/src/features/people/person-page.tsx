import { Button, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import type { ReactNode } from 'react'
import { Link, useParams, useSearchParams } from 'wouter'
import { problemOf } from '../../lib/problem-error.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { FileAccount } from './file-account.tsx'
import { FileContracts } from './file-contracts.tsx'
import { FileDates } from './file-dates.tsx'
import { FileDeclarations } from './file-declarations.tsx'
import { FileFacts } from './file-facts.tsx'
import { FileInterviews } from './file-interviews.tsx'
import { FilePapers } from './file-papers.tsx'
import { FileWelcome } from './file-welcome.tsx'
import { NextAction } from './next-action.tsx'
import { type PersonFile, peopleQueries } from './queries.ts'
import { Thread } from './thread.tsx'

const TABS = [
  'thread',
  'contracts',
  'dates',
  'interviews',
  'declarations',
  'account',
  'papers',
  'welcome',
] as const
type Tab = (typeof TABS)[number]

const PANELS: Readonly<Record<Tab, (props: { file: PersonFile }) => ReactNode>> = {
  thread: Thread,
  contracts: FileContracts,
  dates: FileDates,
  interviews: FileInterviews,
  declarations: FileDeclarations,
  account: FileAccount,
  papers: FilePapers,
  welcome: FileWelcome,
}

/** The file of a person: who, what to do next, and what happened. */
export function PersonPage() {
  const t = useT()
  const { personId = '' } = useParams()
  const { data: file, error, refetch } = useQuery(peopleQueries.file(personId))
  const mayEdit = useCan('person.edit')
  const mayReadPermit = useCan('permit.read')
  const back = { href: '/gestion/personnes', label: t('people.title') }
  const mayIssue = useCan('attestation.issue')
  const mayReadData = useCan('personal-data.read')
  if (problemOf(error)?.status === 404)
    return <PageHeader title={t('people.file.notFound')} back={back} />
  if (error && !file) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!file) return <Loading />
  return (
    <>
      <PageHeader
        title={fullName(file)}
        subtitle={<FileFacts file={file} />}
        back={back}
        actions={
          <>
            {mayIssue && (
              <Button
                component={Link}
                variant="default"
                href={`/gestion/attestations/emettre?personne=${file.id}`}
              >
                {t('attestations.issueAction')}
              </Button>
            )}
            {mayReadPermit && (
              <Button
                component={Link}
                variant="default"
                href={`/gestion/personnes/${file.id}/sejour`}
              >
                {t('rightToWork.open')}
              </Button>
            )}
            {mayReadData && (
              <Button
                component={Link}
                variant="default"
                href={`/gestion/personnes/${file.id}/donnees`}
              >
                {t('personalData.open')}
              </Button>
            )}
            {mayEdit && (
              <Button
                component={Link}
                variant="default"
                href={`/gestion/personnes/${file.id}/modifier`}
              >
                {t('people.file.edit')}
              </Button>
            )}
          </>
        }
      />
      <NextAction file={file} />
      <FileTabs file={file} />
    </>
  )
}

function FileTabs({ file }: { file: PersonFile }) {
  const t = useT()
  const [params, setParams] = useSearchParams()
  const maySeeInterviews = useCan('interview.read')
  const tabs = TABS.filter((name) => name !== 'interviews' || maySeeInterviews)
  const tab: Tab = tabs.find((name) => name === params.get('onglet')) ?? 'thread'
  const open = (name: string | null) =>
    setParams(name === null || name === 'thread' ? {} : { onglet: name }, { replace: true })
  return (
    <Tabs value={tab} onChange={open} keepMounted={false}>
      <Tabs.List aria-label={t('people.file.tabs.label')}>
        {tabs.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`people.file.tabs.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((name) => {
        const Panel = PANELS[name]
        return (
          <Tabs.Panel key={name} value={name} className="file-tab">
            <Panel file={file} />
          </Tabs.Panel>
        )
      })}
    </Tabs>
  )
}
