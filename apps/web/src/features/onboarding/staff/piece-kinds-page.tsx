import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Api } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { EmptyState } from '../../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { useProposePieceKinds, useRetirePieceKind } from './mutations.ts'
import { PieceKindForm } from './piece-kind-form.tsx'
import { onboardingQueries } from './queries.ts'

type Kind = Api['GET /piece-kinds']['response'][number]

/** Which pieces the cooperative asks for: data, not code. */
export function PieceKindsPage() {
  const t = useT()
  const mayChange = useCan('cooperative.settings')
  const { data: kinds, error, refetch } = useQuery(onboardingQueries.pieceKinds)
  const propose = useProposePieceKinds()
  return (
    <>
      <PageHeader
        title={t('onboarding.pieceKinds.title')}
        subtitle={t('onboarding.pieceKinds.hint')}
        back={{ href: '/gestion/reglages', label: t('settings.back') }}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!kinds && !error && <Loading />}
      {kinds?.length === 0 && (
        <EmptyState
          kind="first"
          title={t('onboarding.pieceKinds.empty')}
          action={
            mayChange && (
              <Button loading={propose.isPending} onClick={() => propose.mutate()}>
                {t('onboarding.pieceKinds.propose')}
              </Button>
            )
          }
        />
      )}
      {kinds && kinds.length > 0 && <KindsTable kinds={kinds} mayChange={mayChange} />}
      {mayChange && <PieceKindForm />}
    </>
  )
}

function KindsTable({ kinds, mayChange }: { kinds: readonly Kind[]; mayChange: boolean }) {
  const t = useT()
  const locale = useLocale()
  const retire = useRetirePieceKind()
  const labelOf = (kind: Kind) => (locale === 'en' ? kind.labelEn : kind.labelFr)
  const columns: Column<Kind>[] = [
    { key: 'label', header: t('onboarding.pieceKinds.label'), cell: labelOf },
    {
      key: 'stage',
      header: t('onboarding.pieceKinds.stage'),
      cell: (kind) => t(`onboarding.pieceKinds.stages.${kind.stage}`),
    },
    {
      key: 'whom',
      header: t('onboarding.pieceKinds.forWhom'),
      cell: (kind) => t(`onboarding.pieceKinds.people.${kind.forWhom}`),
    },
    {
      key: 'expires',
      header: t('onboarding.pieceKinds.expires'),
      cell: (kind) => t(kind.expires ? 'onboarding.pieceKinds.yes' : 'onboarding.pieceKinds.no'),
    },
    {
      key: 'asked',
      header: t('onboarding.pieceKinds.asked'),
      isNumeric: true,
      cell: (kind) => kind.asked,
    },
  ]
  const act: Column<Kind> = {
    key: 'act',
    header: t('onboarding.pieceKinds.change'),
    cell: (kind) => (
      <Button variant="default" onClick={() => retire.mutate(kind.id)}>
        {t('onboarding.pieceKinds.retire', { label: labelOf(kind) })}
      </Button>
    ),
  }
  return (
    <>
      {retire.error && <ErrorBlock error={retire.error} />}
      <DataTable
        caption={t('onboarding.pieceKinds.caption')}
        columns={mayChange ? [...columns, act] : columns}
        rows={kinds}
        rowKey={(kind) => kind.id}
      />
    </>
  )
}
