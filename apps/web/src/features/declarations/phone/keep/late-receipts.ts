import { del, get, keys, set } from 'idb-keyval'

/** A photo for a line that was sent without one, on this phone until the server has it. */
export interface LateReceipt {
  /** Whose it is: a shared phone never sends the photo of somebody else. */
  personId: string
  month: string
  activity: string | null
  lineId: string
  /** Chosen once: the same photo sent twice is one. */
  receiptId: string
  fileName: string
  blob: Blob
  /** The code of a refusal: the person must read it. */
  refusal: string | null
}

const PREFIX = 'late-receipt:'

/** False when this phone keeps nothing (a private window, no room left). */
export function keepReceipt(receipt: LateReceipt): Promise<boolean> {
  return set(keyOf(receipt), receipt).then(
    () => true,
    () => false,
  )
}

export async function forgetReceipt(receipt: LateReceipt): Promise<void> {
  await del(keyOf(receipt)).catch(() => undefined)
}

export async function lateReceipts(personId: string): Promise<LateReceipt[]> {
  const names = await keys<string>().catch(() => [])
  const own = names.filter((name) => String(name).startsWith(`${PREFIX}${personId}:`))
  const found = await Promise.all(own.map((name) => get<LateReceipt>(name).catch(() => undefined)))
  return found.filter((one) => one !== undefined)
}

function keyOf({ personId, receiptId }: LateReceipt): string {
  return `${PREFIX}${personId}:${receiptId}`
}
