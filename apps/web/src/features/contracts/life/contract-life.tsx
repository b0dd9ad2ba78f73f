import { Alert, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { isSurveyed } from '@terreau/domain/contracts/exit-survey'
import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { AmendmentsPanel } from '../amendments/amendments-panel.tsx'
import { ContractState } from '../contract-state.tsx'
import type { Contract } from '../queries.ts'
import { SurveysPanel } from '../surveys/surveys-panel.tsx'
import { useContractTexts } from '../use-contract-texts.ts'
import { CapePanels } from './cape-panels.tsx'
import { CesaPanels } from './cesa-panels.tsx'
import { ExitPanel } from './exit-panel.tsx'
import { NoticesPanel } from './notices-panel.tsx'
import { type Life, lifeQuery } from './queries.ts'
import { SuspensionsPanel } from './suspensions-panel.tsx'

/** What happens to a contract once both have signed it. */
export function ContractLife({ contract }: { contract: Contract }) {
  const { data, error, refetch } = useQuery(lifeQuery(contract.id))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const isSigned = contract.state === 'active' || contract.state === 'ended'
  return (
    <>
      <EndedByLaw contract={contract} life={data} />
      {data.exit && <ExitPanel contract={contract} life={data} exit={data.exit} />}
      {data.exit && isSurveyed(data.exit.reason) && <SurveysPanel contractId={contract.id} />}
      {isSigned && <NoticesPanel contractId={contract.id} life={data} />}
      {contract.kind === 'CESA' && <CesaPanels contractId={contract.id} life={data} />}
      {isSigned && contract.kind === 'CAPE' && <CapePanels contractId={contract.id} life={data} />}
      {isSigned && <SuspensionsPanel contractId={contract.id} life={data} />}
      {isSigned && <AmendmentsPanel contractId={contract.id} />}
      <Series contract={contract} life={data} />
      <ExitLink contract={contract} life={data} />
    </>
  )
}

function EndedByLaw({ contract, life }: { contract: Contract; life: Life }) {
  const t = useT()
  const locale = useLocale()
  if (life.associate?.hasEndedByLaw !== true || life.exit !== null) return null
  const date = contract.endsOn === null ? '' : formatDate(contract.endsOn, locale)
  return (
    <Alert color="red" mb="md">
      <p>{t('contractLife.ended.byLaw', { date })}</p>
      <p>
        {t('contractLife.ended.confirm')} {t('contractLife.ended.wrong')}
      </p>
      <Link href={`/gestion/contrats/${contract.id}/fin`}>{t('contractLife.ended.open')}</Link>
    </Alert>
  )
}

/** First contract, renewals, CESA: one line each. */
function Series({ contract, life }: { contract: Contract; life: Life }) {
  const t = useT()
  const texts = useContractTexts()
  const { series, person } = life
  return (
    <section className="panel" aria-labelledby="series">
      <h2 id="series">{t('contractLife.series.title')}</h2>
      <p>
        {t('contractLife.stage.label')} : {t(`contractLife.stage.${person.stage}`)}
      </p>
      <DataTable
        caption={t('contractLife.series.caption')}
        rows={series}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'number',
            header: t('contracts.table.number'),
            cell: (row) =>
              row.id === contract.id ? (
                `${row.number} (${t('contractLife.series.current')})`
              ) : (
                <Link href={`/gestion/contrats/${row.id}`}>{row.number}</Link>
              ),
          },
          { key: 'rank', header: t('contracts.table.rank'), cell: (row) => texts.rank(row) },
          { key: 'period', header: t('contracts.table.period'), cell: (row) => texts.period(row) },
          {
            key: 'state',
            header: t('contracts.table.state'),
            cell: (row) => <ContractState state={row.state} />,
          },
        ]}
      />
    </section>
  )
}

/** The way from a CAPE to a CESA, and the way out. */
function ExitLink({ contract, life }: { contract: Contract; life: Life }) {
  const t = useT()
  const mayWrite = useCan('contract.create')
  if (!mayWrite || life.exitReasons.length === 0) return null
  const { id, kind, person, activityId } = contract
  return (
    <p className="contract-acts">
      {kind === 'CAPE' && (
        <Button
          component={Link}
          href={`/gestion/contrats/cesa/nouveau?personne=${person.id}&activite=${activityId}`}
          variant="default"
        >
          {t('cesa.open')}
        </Button>
      )}
      <Button component={Link} href={`/gestion/contrats/${id}/fin`} variant="default">
        {t('contractLife.exit.page.open')}
      </Button>
    </p>
  )
}
