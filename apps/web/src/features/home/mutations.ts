import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'
import { homeQueries } from './queries.ts'

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: homeQueries.all })
}

export function useSnooze() {
  return useMutation({
    mutationFn: (body: Api['POST /home/snoozes']['body']) => call('POST /home/snoozes', { body }),
    onSuccess: useRefresh(),
  })
}

export function useWake() {
  return useMutation({
    mutationFn: (body: Api['POST /home/wakings']['body']) => call('POST /home/wakings', { body }),
    onSuccess: useRefresh(),
  })
}

export function useAssign() {
  return useMutation({
    mutationFn: (body: Api['POST /home/assignments']['body']) =>
      call('POST /home/assignments', { body }),
    onSuccess: useRefresh(),
  })
}
