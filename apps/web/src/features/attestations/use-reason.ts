import { useState } from 'react'
import { useT } from '../../ui/staff/words.ts'

export const REASONS = ['figures', 'identity', 'contract', 'misuse', 'other'] as const
export type Reason = (typeof REASONS)[number]

/** Why a certificate stops being valid: one of a list, and words of one's own when none fits. */
export function useReason() {
  const t = useT()
  const [reason, setReason] = useState('')
  const [details, setDetails] = useState('')
  const chosen = REASONS.find((one) => one === reason)
  const written = details.trim()
  const isDetailMissing = chosen === 'other' && written === ''
  const label = chosen === undefined ? '' : t(`attestations.revoke.reasons.${chosen}`)
  return {
    draft: { reason, details },
    setReason,
    setDetails,
    errors: {
      reason: chosen === undefined ? t('attestations.revoke.reasonMissing') : null,
      details: isDetailMissing ? t('attestations.revoke.detailsMissing') : null,
    },
    /** What is kept; null while something is missing. */
    text:
      chosen === undefined || isDetailMissing
        ? null
        : written === ''
          ? label
          : `${label} : ${written}`,
  }
}
