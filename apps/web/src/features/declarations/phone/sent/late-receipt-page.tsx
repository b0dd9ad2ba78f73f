import '../../phone.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation, useParams, useSearch } from 'wouter'
import { afterWrite } from '../../../../lib/after-write.ts'
import { useSession } from '../../../../lib/session.ts'
import { shrinkPhoto } from '../../../../lib/shrink-photo.ts'
import { FileField } from '../../../../ui/phone/file-field.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { addReceipt, noteReceived } from '../keep/send-receipts.ts'
import { sentHref } from '../month-links.ts'

/** Adds the receipt of a line that was sent without one; without network it waits on this phone. */
export function LateReceiptPage() {
  const t = useT()
  const { mois = '', lineId = '' } = useParams<{ mois: string; lineId: string }>()
  const activity = new URLSearchParams(useSearch()).get('activite')
  const [, navigate] = useLocation()
  const back = sentHref(mois, activity)
  const add = useAddReceipt({ month: mois, activity, lineId })
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
        onFile={(file) => afterWrite(add.mutateAsync(file), () => navigate(back))}
      />
    </Page>
  )
}

function useAddReceipt(of: { month: string; activity: string | null; lineId: string }) {
  const client = useQueryClient()
  const personId = useSession()?.personId ?? ''
  return useMutation({
    mutationFn: async (file: File) => {
      const { blob, fileName } = await shrinkPhoto(file)
      const photo = { receiptId: crypto.randomUUID(), fileName, blob, refusal: null }
      const sending = await addReceipt({ ...of, personId, ...photo })
      if (sending.state === 'refused') throw sending.problem
      await noteReceived(client, sending.state === 'sent' ? [of] : [])
    },
  })
}
