import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'
import { peopleQueries } from './queries.ts'

type NewPerson = Api['POST /people']['body']
type NewActivity = Api['POST /people/:personId/activities']['body']
type EditedPerson = Api['PUT /people/:personId']['body']

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: peopleQueries.all })
}

export function useCreatePerson() {
  return useMutation({
    mutationFn: (body: NewPerson) => call('POST /people', { body }),
    onSuccess: useRefresh(),
  })
}

export function useEditPerson(personId: string, version: number) {
  return useMutation({
    mutationFn: (body: EditedPerson) =>
      call('PUT /people/:personId', { params: { personId }, body, ifMatch: version }),
    onSuccess: useRefresh(),
  })
}

export function useAssignReferent() {
  return useMutation({
    mutationFn: (body: Api['POST /referents']['body']) => call('POST /referents', { body }),
    onSuccess: useRefresh(),
  })
}

export function useMergePeople(personId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /people/:personId/merges']['body']) =>
      call('POST /people/:personId/merges', { params: { personId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useUndoMerge() {
  return useMutation({
    mutationFn: ({ mergeId, reason }: { mergeId: string; reason: string }) =>
      call('POST /merges/:mergeId/undo', { params: { mergeId }, body: { reason } }),
    onSuccess: useRefresh(),
  })
}

export function useOpenActivity(personId: string) {
  return useMutation({
    mutationFn: (body: NewActivity) =>
      call('POST /people/:personId/activities', { params: { personId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useRecordSituation(personId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /people/:personId/situations']['body']) =>
      call('POST /people/:personId/situations', { params: { personId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useEndSituation({ id, version }: { id: string; version: number }) {
  return useMutation({
    mutationFn: (toMonth: string) =>
      call('PUT /situations/:situationId', {
        params: { situationId: id },
        body: { toMonth },
        ifMatch: version,
      }),
    onSuccess: useRefresh(),
  })
}

type NewVehicle = Api['POST /people/:personId/vehicles']['body']

export function useAddVehicle(personId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewVehicle) =>
      call('POST /people/:personId/vehicles', { params: { personId }, body }),
    onSuccess: () => client.invalidateQueries(peopleQueries.vehicles(personId)),
  })
}

export function useEndVehicle(personId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ vehicleId, untilOn }: { vehicleId: string; untilOn: string }) =>
      call('POST /vehicles/:vehicleId/end', { params: { vehicleId }, body: { untilOn } }),
    onSuccess: () => client.invalidateQueries(peopleQueries.vehicles(personId)),
  })
}
