import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link } from 'wouter'
import { call } from '../../lib/api.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { useT } from '../../ui/staff/words.ts'
import { payQueries, useExport } from './queries.ts'

/** Two presses of one button within this time are one gesture: a double click takes one file out. */
const GESTURE_MS = 1_000

/** The file of the month; where two persons are required, the way to ask for it first. */
export function ExportButton({ month }: { month: string }) {
  const t = useT()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(payQueries.export(month))
  const save = useExport(month)
  const pressed = useRef<Record<string, number>>({})
  const press = (format: 'csv' | 'xlsx', at: number) => {
    const before = pressed.current[format]
    pressed.current[format] = at
    if (before === undefined || at - before > GESTURE_MS) save.mutate(format)
  }
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
          onClick={(event) => press(format, event.timeStamp)}
        >
          {t(`pay.month.export.${format}`)}
        </Button>
      ))}
    </>
  )
}
