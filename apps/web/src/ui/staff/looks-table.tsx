import { useQuery } from '@tanstack/react-query'
import type { Api } from '../../lib/api.ts'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { looksQuery } from '../../lib/looks-query.ts'
import { type Column, DataTable } from './data-table.tsx'
import { ErrorBlock } from './error-block.tsx'
import { Loading } from './loading.tsx'
import { useT } from './words.ts'

type Look = Api['GET /people/:personId/looks']['response']['looks'][number]

const NUMBERS = ['permit_number', 'nir', 'iban', 'personal_copy'] as const

/** Who opened a number or a scan; the person sees the same list. */
export function LooksTable({ personId }: { personId: string }) {
  const t = useT()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(looksQuery(personId))
  const columns: Column<Look>[] = [
    { key: 'who', header: t('rightToWork.looks.who'), cell: (look) => look.by },
    {
      key: 'what',
      header: t('rightToWork.looks.what'),
      cell: (look) => {
        const number = NUMBERS.find((name) => name === look.what) ?? 'paper'
        return t(`rightToWork.looks.numbers.${number}`)
      },
    },
    { key: 'why', header: t('rightToWork.looks.why'), cell: (look) => look.reason },
    {
      key: 'when',
      header: t('rightToWork.looks.when'),
      cell: (look) => formatInstant(look.at, locale),
    },
  ]
  return (
    <section aria-label={t('rightToWork.looks.title')}>
      <h2>{t('rightToWork.looks.title')}</h2>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.looks.length === 0 && <p className="dimmed">{t('rightToWork.looks.none')}</p>}
      {data !== undefined && data.looks.length > 0 && (
        <DataTable
          caption={t('rightToWork.looks.caption')}
          columns={columns}
          rows={data.looks}
          rowKey={(look) => look.id}
        />
      )}
    </section>
  )
}
