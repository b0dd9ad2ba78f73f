import { CESA_CLAUSES, type CesaClause } from '@terreau/domain/contracts/cesa-clauses'
import { Link } from 'wouter'
import { DataTable } from '../../../ui/staff/data-table.tsx'
import { StatusBadge } from '../../../ui/staff/status-badge.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { placeOf } from '../contract-missing.tsx'
import type { Contract } from '../queries.ts'

/** Every clause that the code demands of a CESA, whether it is written, and the way to where it is. */
export function ClausesTable({ contract }: { contract: Contract }) {
  const t = useT()
  const isMissing = (name: CesaClause) =>
    contract.missing.some(({ pointer }) => pointer === '/terms' || pointer === `/terms/${name}`)
  const label = (name: CesaClause) => t(`cesa.clause.${name}`)
  return (
    <section className="panel" aria-labelledby="clauses">
      <h2 id="clauses">{t('cesa.clauses')}</h2>
      <DataTable
        caption={t('cesa.clausesTable')}
        rows={CESA_CLAUSES}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'clause',
            header: t('cesa.clauseName'),
            cell: ({ name }) =>
              contract.state === 'draft' ? (
                <Link
                  href={placeOf(
                    contract,
                    `/${name === 'contribution' ? 'schemeId' : `terms/${name}`}`,
                  )}
                >
                  {label(name)}
                </Link>
              ) : (
                label(name)
              ),
          },
          { key: 'article', header: t('cesa.clauseArticle'), cell: ({ article }) => article },
          {
            key: 'state',
            header: t('cesa.clauseState'),
            cell: ({ name }) => (
              <StatusBadge look={isMissing(name) ? 'danger' : 'success'}>
                {t(isMissing(name) ? 'cesa.clauseMissing' : 'cesa.clauseWritten')}
              </StatusBadge>
            ),
          },
        ]}
      />
    </section>
  )
}
