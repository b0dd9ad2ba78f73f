import { del, get, keys, set } from 'idb-keyval'
import type { Draft } from '../queries.ts'

/** Whose draft it is: a shared phone never shows the draft of somebody else. */
export interface Place {
  personId: string
  month: string
  activityId: string
}

export interface DeviceCopy {
  draft: Draft
  /** The version of the server this draft was typed over; null when the server had none. */
  version: number | null
  isDirty: boolean
  isSendWaiting: boolean
  photos: readonly DevicePhoto[]
}

/** A photo that has not reached the server yet. */
export interface DevicePhoto {
  receiptId: string
  lineId: string
  fileName: string
  blob: Blob
  /** The code of a refusal: the photo must be taken again. */
  problem: string | null
}

const PREFIX = 'declaration:'

/** What this device keeps of a draft. */
export async function readCopy(place: Place): Promise<DeviceCopy | undefined> {
  return get<DeviceCopy>(keyOf(place)).catch(() => undefined)
}

/**
 * False when this device keeps nothing (a private window, no room left): until the server has it, it lives on
 * the page alone, and the page must say so.
 */
export async function writeCopy(place: Place, copy: DeviceCopy): Promise<boolean> {
  return set(keyOf(place), copy).then(
    () => true,
    () => false,
  )
}

export async function forgetCopy(place: Place): Promise<void> {
  await del(keyOf(place)).catch(() => undefined)
}

/** The months of a person that wait on this device to be sent. */
export async function waitingPlaces(personId: string): Promise<Place[]> {
  const names = (await keys<string>().catch(() => [])).filter((name) =>
    String(name).startsWith(`${PREFIX}${personId}:`),
  )
  const places = names.map(placeOf)
  const copies = await Promise.all(places.map(readCopy))
  return places.filter((_place, index) => copies[index]?.isSendWaiting === true)
}

function keyOf({ personId, month, activityId }: Place): string {
  return `${PREFIX}${personId}:${month}:${activityId}`
}

function placeOf(name: string): Place {
  const [personId = '', month = '', activityId = ''] = name.slice(PREFIX.length).split(':')
  return { personId, month, activityId }
}
