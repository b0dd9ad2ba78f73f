import { afterWrite } from '../../../../lib/after-write.ts'
import '../../phone.css'
import { useLocation, useParams, useSearch } from 'wouter'
import { FileField } from '../../../../ui/phone/file-field.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { sentHref } from '../month-links.ts'
import { useAddLateReceipt } from '../mutations.ts'

/** Adds the receipt of a line that was sent without one. */
export function LateReceiptPage() {
  const t = useT()
  const { mois = '', lineId = '' } = useParams<{ mois: string; lineId: string }>()
  const activity = new URLSearchParams(useSearch()).get('activite')
  const [, navigate] = useLocation()
  const back = sentHref(mois, activity)
  const add = useAddLateReceipt({ month: mois, activity: activity ?? undefined })
  return (
    <Page
      title={t('declarationsReceipt.question')}
      hint={t('declarationsReceipt.hint')}
      back={back}
    >
      {add.error && <ProblemNotice error={add.error} />}
      <div role="status">{add.isPending && <p>{t('declarationsReceipt.preparing')}</p>}</div>
      <FileField
        name="receipt"
        label={t('declarationsReceipt.legend')}
        onFile={(file) => afterWrite(add.mutateAsync({ lineId, file }), () => navigate(back))}
      />
    </Page>
  )
}
