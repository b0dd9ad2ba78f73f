import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, type CallOptions, call, type Route, upload } from '../../../lib/api.ts'

/** Everything here moves a person along: the lists, the file and the queue are read again. */
function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}

function useCall<R extends Route, I>(send: (input: I) => Promise<Api[R]['response']>) {
  return useMutation({ mutationFn: send, onSuccess: useRefresh() })
}

export const useCreateLead = () =>
  useCall<'POST /leads', CallOptions<'POST /leads'>['body']>((body) =>
    call('POST /leads', { body }),
  )

export const useRecordAct = (leadId: string, version: number) =>
  useCall<'POST /leads/:leadId/acts', Api['POST /leads/:leadId/acts']['body']>((body) =>
    call('POST /leads/:leadId/acts', { params: { leadId }, body, ifMatch: version }),
  )

export const useRecordInterview = (leadId: string, version: number) =>
  useCall<'POST /leads/:leadId/interviews', Api['POST /leads/:leadId/interviews']['body']>((body) =>
    call('POST /leads/:leadId/interviews', { params: { leadId }, body, ifMatch: version }),
  )

export const useOpenFile = (leadId: string, version: number) =>
  useCall<'POST /leads/:leadId/file', Api['POST /leads/:leadId/file']['body']>((body) =>
    call('POST /leads/:leadId/file', { params: { leadId }, body, ifMatch: version }),
  )

export const usePlanMeeting = () =>
  useCall<'POST /information-meetings', Api['POST /information-meetings']['body']>((body) =>
    call('POST /information-meetings', { body }),
  )

export const useInvite = (meetingId: string) =>
  useCall<'POST /information-meetings/:meetingId/guests', string[]>((leadIds) =>
    call('POST /information-meetings/:meetingId/guests', {
      params: { meetingId },
      body: { leadIds },
    }),
  )

export const useNoteAttendance = (meetingId: string, version: number) =>
  useCall<
    'PUT /information-meetings/:meetingId/attendance',
    Api['PUT /information-meetings/:meetingId/attendance']['body']
  >((body) =>
    call('PUT /information-meetings/:meetingId/attendance', {
      params: { meetingId },
      body,
      ifMatch: version,
    }),
  )

export const useCancelMeeting = (meetingId: string) =>
  useCall<'DELETE /information-meetings/:meetingId', void>(() =>
    call('DELETE /information-meetings/:meetingId', { params: { meetingId } }),
  )

export const useRecordFact = (personId: string) =>
  useCall<'PUT /people/:personId/facts', Api['PUT /people/:personId/facts']['body']>((body) =>
    call('PUT /people/:personId/facts', { params: { personId }, body }),
  )

export const useAskPieces = (personId: string) =>
  useCall<'POST /people/:personId/pieces', string[]>((kindIds) =>
    call('POST /people/:personId/pieces', { params: { personId }, body: { kindIds } }),
  )

export const useNoteConversation = (personId: string) =>
  useCall<
    'POST /people/:personId/conversations',
    Api['POST /people/:personId/conversations']['body']
  >((body) => call('POST /people/:personId/conversations', { params: { personId }, body }))

export const useNotePieceShare = (personId: string) =>
  useCall<
    'POST /people/:personId/piece-shares',
    Api['POST /people/:personId/piece-shares']['body']['by']
  >((by) => call('POST /people/:personId/piece-shares', { params: { personId }, body: { by } }))

export const useJudgePiece = (pieceId: string, version: number) =>
  useCall<'POST /pieces/:pieceId/verdict', Api['POST /pieces/:pieceId/verdict']['body']>((body) =>
    call('POST /pieces/:pieceId/verdict', { params: { pieceId }, body, ifMatch: version }),
  )

export const useReceivePiece = (pieceId: string) =>
  useCall<'POST /pieces/:pieceId/file', File>((file) =>
    upload('POST /pieces/:pieceId/file', file, {
      params: { pieceId },
      query: { fileName: file.name },
    }),
  )

export const useAddPieceKind = () =>
  useCall<'POST /piece-kinds', Api['POST /piece-kinds']['body']>((body) =>
    call('POST /piece-kinds', { body }),
  )

export const useProposePieceKinds = () =>
  useCall<'POST /piece-kinds/proposal', void>(() => call('POST /piece-kinds/proposal'))

export const useRetirePieceKind = () =>
  useCall<'DELETE /piece-kinds/:pieceKindId', string>((pieceKindId) =>
    call('DELETE /piece-kinds/:pieceKindId', { params: { pieceKindId } }),
  )
