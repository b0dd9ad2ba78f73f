import { formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Approval } from './queries.ts'

/** What is asked, in a few words. */
export function useActName(): (approval: Approval) => string {
  const t = useT()
  const locale = useLocale()
  return ({ proposal, personName }) =>
    t(`approvals.act.${proposal.act}`, {
      month: 'month' in proposal ? formatMonth(proposal.month, locale) : '',
      code: proposal.act === 'decide-scheme' ? proposal.scheme.code : '',
      name: personName,
    })
}
