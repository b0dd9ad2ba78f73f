import { useFetched } from '../../../../lib/use-fetched.ts'
import { Notice } from '../../../../ui/phone/card.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import type { RecapQuestionProps } from './recap-form.tsx'

/** What staff typed during the call: is it right? Nothing for what the person sent. */
export function RecapQuestion(props: RecapQuestionProps) {
  const t = useT()
  const { recap } = props.view
  const isWaiting = recap?.state === 'waiting'
  const form = useFetched(isWaiting, () => import('./recap-form.tsx'))
  if (recap === null) return null
  if (form.error !== null) return <ProblemNotice error={form.error} onRetry={form.retry} />
  if (recap.state === 'waiting') {
    return form.part && <form.part.RecapForm {...props} by={recap.declaredBy} />
  }
  return (
    <Notice look={recap.state === 'yes' ? 'success' : 'attention'}>
      <p>{t(`declarationsSent.recap.said.${recap.state}`, { name: recap.declaredBy })}</p>
    </Notice>
  )
}
