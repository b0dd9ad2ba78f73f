import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { useOnline } from '../../../lib/use-online.ts'
import { Button } from '../../../ui/phone/button.tsx'
import { Notice } from '../../../ui/phone/card.tsx'
import { useT } from '../../../ui/phone/words.ts'
import { forgetReceipt, type LateReceipt } from './keep/late-receipts.ts'
import { noteReceived, sendReceipts } from './keep/send-receipts.ts'
import { monthWords } from './month-words.ts'
import { ownQueries } from './queries.ts'

/** A server that rests tells nobody when it is back. */
const RETRY_MS = 20_000

interface LateReceiptsNoticeProps {
  personId: string
  receipts: readonly LateReceipt[]
}

/** What waits leaves as soon as there is network; what was refused stays until the person has read why. */
export function LateReceiptsNotice({ personId, receipts }: LateReceiptsNoticeProps) {
  const t = useT()
  const locale = useLocale()
  const client = useQueryClient()
  const isOnline = useOnline()
  const isWaiting = receipts.some((one) => one.refusal === null)
  useEffect(() => {
    if (!isOnline || !isWaiting) return
    const send = async () => {
      await noteReceived(client, await sendReceipts(personId))
    }
    const again = () => void send().catch(() => undefined)
    again()
    const timer = window.setInterval(again, RETRY_MS)
    return () => window.clearInterval(timer)
  }, [client, isOnline, isWaiting, personId])
  const forget = async (receipt: LateReceipt) => {
    await forgetReceipt(receipt)
    await client.invalidateQueries({ queryKey: ownQueries.all })
  }
  return (
    <div role="status">
      {receipts.map((one) => {
        const words = monthWords(one.month, locale)
        if (one.refusal === null) {
          return (
            <Notice key={one.receiptId} look="info">
              <p>{t('declarationsPhotos.waiting', words)}</p>
              <p>{t('declarationsPhotos.waitingHint')}</p>
            </Notice>
          )
        }
        const isOver = one.refusal === 'declaration-act-not-allowed'
        return (
          <Notice key={one.receiptId} look="attention">
            <p>{t('declarationsPhotos.refused', words)}</p>
            <p>{t(isOver ? 'declarationsPhotos.tooLate' : 'declarationsPhotos.takeAgain')}</p>
            <Button type="button" look="secondary" onClick={() => void forget(one)}>
              {t('declarationsPhotos.understood')}
            </Button>
          </Notice>
        )
      })}
    </div>
  )
}
