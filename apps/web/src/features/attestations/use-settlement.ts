import { translate } from '@terreau/i18n/t'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { readEuroCents } from '../../ui/amount-text.ts'
import { staffWords, useT } from '../../ui/staff/words.ts'
import type { IssueBody } from './mutations.ts'

/** As many sums as the receipt may list. */
export const MOST_SUMS = 20
export const NO_SUM = { label: '', amount: '' } as const

/** Sums of a receipt as they are typed. */
export interface SettlementDraft {
  paidOn: string
  sums: readonly { key: string; label: string; amount: string }[]
}

/** The sums typed for a receipt, what is wrong with them, and the body they make. */
export function useSettlement(isWanted: boolean) {
  const t = useT()
  const locale = useLocale()
  const catalogue = staffWords.useCatalogue()
  const [draft, setDraft] = useState<SettlementDraft>({
    paidOn: '',
    sums: [{ ...NO_SUM, key: 'first' }],
  })
  const errors: Record<string, string | null> = {
    'settlement.paidOn': draft.paidOn === '' ? t('attestations.settlement.paidOnMissing') : null,
  }
  const sums = draft.sums.map(({ label, amount }, at) => {
    const reading = readEuroCents(amount, locale)
    const fault = 'code' in reading ? reading : null
    errors[`settlement.sums.${at}.label`] =
      label.trim() === '' ? t('attestations.settlement.labelMissing') : null
    errors[`settlement.sums.${at}.amountCents`] = fault
      ? translate(catalogue, locale, `fieldErrors.${fault.code}`, fault.params)
      : null
    return { label: label.trim(), amountCents: 'cents' in reading ? reading.cents : '0' }
  })
  const body: IssueBody['settlement'] = isWanted ? { paidOn: draft.paidOn, sums } : undefined
  return { draft, setDraft, errors: isWanted ? errors : {}, body }
}
