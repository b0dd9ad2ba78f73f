import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call, upload } from '../../../lib/api.ts'
import { shrinkPhoto } from '../../../lib/shrink-photo.ts'
import { ownQueries } from './queries.ts'

interface OfMonth {
  month: string
  activity: string | undefined
}

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ownQueries.all })
}

export function useWithdraw({ month, activity }: OfMonth) {
  return useMutation({
    mutationFn: () =>
      call('POST /me/declarations/:month/withdrawal', { params: { month }, query: { activity } }),
    onSuccess: useRefresh(),
  })
}

type RecapBody = Api['POST /me/declarations/:month/recap-answer']['body']

export function useAnswerRecap({ month, activity }: OfMonth) {
  return useMutation({
    mutationFn: (body: RecapBody) =>
      call('POST /me/declarations/:month/recap-answer', {
        params: { month },
        query: { activity },
        body,
      }),
    onSuccess: useRefresh(),
  })
}

/** Adds a photo to a line that was sent already, before it is accepted. */
export function useAddLateReceipt({ month, activity }: OfMonth) {
  return useMutation({
    mutationFn: async ({ lineId, file }: { lineId: string; file: File }) => {
      const photo = await shrinkPhoto(file)
      const receiptId = crypto.randomUUID()
      const query = { activity, lineId, receiptId, fileName: photo.fileName }
      return upload('POST /me/declarations/:month/receipts', photo.blob, {
        params: { month },
        query,
      })
    },
    onSuccess: useRefresh(),
  })
}
