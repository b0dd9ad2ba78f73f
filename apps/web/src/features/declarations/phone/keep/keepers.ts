import { hasNetwork, onNetwork } from '../../../../lib/network.ts'
import type { Draft, MonthView } from '../queries.ts'
import { type DeviceCopy, type Place, readCopy } from './device-copy.ts'
import { DraftKeeper, type DraftState } from './draft-keeper.ts'
import { isSameDraft } from './same-draft.ts'

const keepers = new Map<string, DraftKeeper>()
const RETRY_MS = 20_000

/** The keeper of a month: one for the whole visit, so that steps share it. */
export async function openKeeper(personId: string, view: MonthView): Promise<DraftKeeper> {
  const place = { personId, month: view.month, activityId: view.activity.id }
  const key = keyOf(place)
  const known = keepers.get(key)
  if (known !== undefined && known.read().sent === null) return known
  const copy = await readCopy(place)
  const keeper = start(place, view, copy)
  keepers.set(key, keeper)
  void keeper.flush()
  return keeper
}

/** A month without any answer. Its name is chosen here, so that two sends of it are one declaration. */
export function emptyDraft(): Draft {
  return {
    clientId: crypto.randomUUID(),
    hasSales: null,
    sales: [],
    hasExpenses: null,
    expenses: [],
    trips: [],
  }
}

function start(place: Place, view: MonthView, copy: DeviceCopy | undefined): DraftKeeper {
  const isDraft = view.state === 'draft'
  const onServer = isDraft ? view.draft : null
  const base: DraftState = {
    draft: onServer ?? emptyDraft(),
    version: isDraft ? view.version : null,
    sync: 'saved',
    isKept: true,
    savedAt: isDraft ? view.savedAt : null,
    movementCents: null,
    isSendWaiting: false,
    photos: copy?.photos ?? [],
    receipts: isDraft ? view.receipts : [],
    sent: null,
    problem: null,
  }
  const hasNews = copy !== undefined && (copy.isDirty || copy.isSendWaiting)
  // An answer kept on this device may be older than what this device saved itself since.
  const isNewer = copy !== undefined && (copy.version ?? 0) > (base.version ?? 0)
  const isSame = onServer !== null && copy !== undefined && isSameDraft(copy.draft, onServer)
  if (copy === undefined || isSame || !(hasNews || isNewer)) {
    const isSendWaiting = copy?.isSendWaiting === true
    const version = isSame && isNewer ? copy.version : base.version
    // Saved as it is once more, so that the estimate of the month is known.
    return new DraftKeeper(place, { ...base, version, isSendWaiting }, onServer !== null)
  }
  const isConflict = onServer !== null && (copy.version ?? 0) < (base.version ?? 0)
  const { draft, isSendWaiting } = copy
  const version = isConflict ? base.version : copy.version
  const sync = isConflict ? 'conflict' : 'saving'
  return new DraftKeeper(place, { ...base, draft, version, isSendWaiting, sync }, true)
}

function keyOf({ personId, month, activityId }: Place): string {
  return `${personId} ${month} ${activityId}`
}

function flushAll(): void {
  if (hasNetwork()) for (const keeper of keepers.values()) if (keeper.isWaiting) void keeper.flush()
}

// Back on the network, everything that waits leaves; a server that rests tells nobody, so it is tried again.
onNetwork(flushAll)
window.setInterval(flushAll, RETRY_MS)
