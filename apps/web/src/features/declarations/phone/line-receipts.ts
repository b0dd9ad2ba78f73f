import { apiUrl } from '../../../lib/api.ts'
import type { DraftState } from './keep/draft-keeper.ts'

export interface LineReceipt {
  id: string
  isPdf: boolean
  /** Where to see it once it is on the server; null while it waits on the phone. */
  url: string | null
  blob: Blob | null
  /** Refused by the server: it must be taken again. */
  isRefused: boolean
}

/** The receipts of a line, those that still wait on the phone last. */
export function lineReceipts(state: DraftState, lineId: string | undefined): LineReceipt[] {
  const sent = state.receipts
    .filter((receipt) => receipt.lineId === lineId)
    .map((receipt) => ({
      id: receipt.id,
      isPdf: receipt.mediaType === 'application/pdf',
      url: apiUrl('GET /me/receipts/:receiptId', { params: { receiptId: receipt.id } }),
      blob: null,
      isRefused: false,
    }))
  const waiting = state.photos
    .filter((photo) => photo.lineId === lineId)
    .map((photo) => ({
      id: photo.receiptId,
      isPdf: photo.blob.type === 'application/pdf',
      url: null,
      blob: photo.blob,
      isRefused: photo.problem !== null,
    }))
  return [...sent, ...waiting]
}
