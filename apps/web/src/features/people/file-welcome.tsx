import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { FileMerges } from './file-merges.tsx'
import { type PersonFile, peopleQueries, type Welcome } from './queries.ts'

type Piece = Welcome['pieces'][number]
type Referent = Welcome['referents'][number]

const LOOKS: Readonly<Record<Piece['state'], StatusLook>> = {
  asked: 'neutral',
  received: 'attention',
  accepted: 'success',
  refused: 'danger',
  waived: 'neutral',
}

/** Where the person is on the path: stage, pieces, who follows them, files seen as one. */
export function FileWelcome({ file }: { file: PersonFile }) {
  const t = useT()
  const mayRead = useCan('onboarding.read')
  const { data, error, refetch } = useQuery({
    ...peopleQueries.welcome(file.id),
    enabled: mayRead,
  })
  return (
    <>
      <p>{t('people.welcome.stage', { stage: t(`people.stage.${file.stage}`) })}</p>
      <p>{t('people.welcome.adviser', { name: file.adviserName ?? t('people.adviser.nobody') })}</p>
      {mayRead && error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {mayRead && data === undefined && !error && <Loading />}
      {data && (
        <>
          <Button component={Link} href={`/gestion/accueil/${file.id}`}>
            {t('people.welcome.open')}
          </Button>
          <Pieces pieces={data.pieces} />
          <Referents referents={data.referents} />
        </>
      )}
      <FileMerges file={file} />
    </>
  )
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<Piece>[] = [
    {
      key: 'piece',
      header: t('people.welcome.piece'),
      cell: (piece) => (locale === 'en' ? piece.labelEn : piece.labelFr),
    },
    {
      key: 'state',
      header: t('people.welcome.state'),
      cell: (piece) => (
        <StatusBadge look={LOOKS[piece.state]}>{t(`people.pieceState.${piece.state}`)}</StatusBadge>
      ),
    },
    {
      key: 'expires',
      header: t('people.welcome.expires'),
      cell: (piece) => piece.expiresOn && formatDate(piece.expiresOn, locale),
    },
  ]
  return (
    <div>
      <h2>{t('people.welcome.pieces')}</h2>
      {pieces.length === 0 ? (
        <p>{t('people.welcome.noPieces')}</p>
      ) : (
        <DataTable
          caption={t('people.welcome.pieces')}
          columns={columns}
          rows={pieces}
          rowKey={(piece) => piece.id}
        />
      )}
    </div>
  )
}

function Referents({ referents }: { referents: readonly Referent[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<Referent>[] = [
    {
      key: 'who',
      header: t('people.welcome.who'),
      cell: (line) => line.adviserName ?? t('people.adviser.nobody'),
    },
    {
      key: 'from',
      header: t('people.welcome.from'),
      cell: (line) => formatDate(line.fromOn, locale),
    },
    { key: 'why', header: t('people.welcome.why'), cell: (line) => line.reason },
  ]
  return (
    <div>
      <h2>{t('people.welcome.referents')}</h2>
      {referents.length === 0 ? (
        <p>{t('people.welcome.noReferents')}</p>
      ) : (
        <DataTable
          caption={t('people.welcome.referents')}
          columns={columns}
          rows={referents}
          rowKey={(line) => String(line.n)}
        />
      )}
    </div>
  )
}
