import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, fetchFile } from '../../lib/api.ts'
import { personalDataQueries } from './queries.ts'

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: personalDataQueries.all })
}

export function useAskOwnCopy() {
  return useMutation({ mutationFn: () => call('POST /me/exports'), onSuccess: useRefresh() })
}

export function useOpenOwnCopy(exportId: string) {
  return useMutation({
    mutationFn: () => fetchFile('POST /me/exports/:exportId/download', { params: { exportId } }),
    onSuccess: useRefresh(),
    gcTime: 0,
  })
}
