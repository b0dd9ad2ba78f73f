import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Contract } from './queries.ts'

type Signature = Contract['signatures'][number]

/** Who signed, when, how, and the fingerprint of the document they were shown. */
export function Evidence({ contract }: { contract: Contract }) {
  const t = useT()
  const locale = useLocale()
  const shown = contract.documents.find((document) => document.stage === 'to_sign')
  const columns: Column<Signature>[] = [
    {
      key: 'who',
      header: t('contracts.evidence.who'),
      cell: (line) => (
        <>
          {line.typedName}
          <div className="dimmed">{t(`contracts.evidence.${line.signer}`)}</div>
        </>
      ),
    },
    {
      key: 'when',
      header: t('contracts.evidence.when'),
      cell: (line) => formatInstant(line.signedAt, locale),
    },
    {
      key: 'how',
      header: t('contracts.evidence.how'),
      cell: (line) => t(`contracts.evidence.route.${line.route}`),
    },
  ]
  return (
    <section className="panel" aria-labelledby="evidence">
      <h2 id="evidence">{t('contracts.evidence.title')}</h2>
      <DataTable
        caption={t('contracts.evidence.caption')}
        columns={columns}
        rows={contract.signatures}
        rowKey={(line) => line.signer}
      />
      {shown && (
        <>
          <h3>{t('contracts.evidence.fingerprint')}</h3>
          <p className="fingerprint">{shown.sha256}</p>
        </>
      )}
    </section>
  )
}
