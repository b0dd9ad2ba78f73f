import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { call } from '../../lib/api.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { useT } from '../../ui/staff/words.ts'
import { payQueries, useExport } from './queries.ts'

/** The file of the month; where two persons are required, the way to ask for it first. */
export function ExportButton({ month }: { month: string }) {
  const t = useT()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(payQueries.export(month))
  const save = useExport(month)
  const ask = useMutation({
    mutationFn: () => call('POST /approvals', { body: { act: 'export-pay', month } }),
    onSuccess: () => void client.invalidateQueries(),
  })
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  if (data.state === 'waiting') {
    return (
      <>
        {data.hasChanged && <p>{t('pay.month.exportChanged')}</p>}
        <Button component={Link} variant="default" href={`/gestion/accords/${data.approvalId}`}>
          {t('pay.month.exportWaiting')}
        </Button>
      </>
    )
  }
  if (data.state === 'to-ask') {
    return (
      <>
        {data.hasChanged && <p>{t('pay.month.exportChanged')}</p>}
        {ask.error && <ErrorBlock error={ask.error} />}
        <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
          {t('pay.month.exportAsk')}
        </Button>
      </>
    )
  }
  return (
    <>
      {save.error && <ErrorBlock error={save.error} />}
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          loading={save.isPending && save.variables === format}
          disabled={save.isPending}
          onClick={() => save.mutate(format)}
        >
          {t(`pay.month.export.${format}`)}
        </Button>
      ))}
    </>
  )
}
