import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, upload } from '../../../lib/api.ts'
import { shrinkPhoto } from '../../../lib/shrink-photo.ts'
import { type Question, welcomeQuery } from './queries.ts'

/** Answers a question; the answer says which page comes next. */
export function useAnswer(question: Question) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (value: string) =>
      call('PUT /me/welcome/answers/:question', { params: { question }, body: { value } }),
    onSuccess: () => client.invalidateQueries({ queryKey: welcomeQuery.queryKey }),
  })
}

/** Sends the photo of a piece, made smaller on the phone. */
export function useSendPiece(pieceId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (file: File) => {
      const { blob, fileName } = await shrinkPhoto(file)
      return upload('POST /me/pieces/:pieceId/file', blob, {
        params: { pieceId },
        query: { fileName },
      })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: welcomeQuery.queryKey }),
  })
}
