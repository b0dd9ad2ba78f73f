import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatMonth } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { call } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { LongTextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { stepHref } from './steps.ts'

/** Opens the last closed month again: what stays, what moves, and why. */
export function ReopenPage() {
  const t = useT()
  const locale = useLocale()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { mois: month = '' } = useParams()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const reopen = useMutation({
    mutationFn: () =>
      call('POST /closings/:month/reopening', {
        params: { month },
        body: { reason: reason.trim() },
      }),
    onSuccess: async () => {
      await client.invalidateQueries()
      navigate(stepHref(month, 'checks'))
    },
  })
  const confirm = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') document.getElementById('reason')?.focus()
    else reopen.mutate()
  }
  return (
    <ConfirmPage
      title={t('closing.reopen.title', { month: formatMonth(month, locale) })}
      consequences={[
        t('closing.reopen.kept'),
        t('closing.reopen.version'),
        t('closing.reopen.statements'),
        t('closing.reopen.attestations'),
      ]}
      confirmLabel={t('closing.reopen.confirm')}
      cancelHref={stepHref(month, 'done')}
      isDangerous
      isBusy={reopen.isPending}
      error={reopen.error}
      onConfirm={confirm}
    >
      <LongTextField
        name="reason"
        label={t('closing.reopen.reason')}
        hint={t('closing.reopen.reasonHint')}
        error={isMissing && reason.trim() === '' ? t('closing.reopen.missing') : null}
        value={reason}
        onChange={setReason}
      />
    </ConfirmPage>
  )
}
