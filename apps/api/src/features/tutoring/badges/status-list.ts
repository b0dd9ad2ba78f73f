import { randomInt } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { issuerAddresses } from './addresses.ts'
import { wholeSecond } from './credential.ts'

/** The shortest list that hides who is who (W3C Bitstring Status List 1.0: 16 KiB). */
export const STATUS_LIST_LENGTH = 131_072

/** A place in the list that no badge has, at random: numbers that follow each other would tell an order. */
export async function freeStatusIndex(tx: Tx, ctx: Context): Promise<number> {
  const rows = await tx
    .selectFrom('tutorBadge')
    .select('statusIndex')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .execute()
  if (rows.length >= STATUS_LIST_LENGTH) throw new Error('the status list is full')
  const taken = new Set(rows.map((row) => row.statusIndex))
  let index = randomInt(STATUS_LIST_LENGTH)
  while (taken.has(index)) index = randomInt(STATUS_LIST_LENGTH)
  return index
}

/** The BitstringStatusListCredential of a cooperative as it is now, to be signed. */
export async function statusListCredential(tx: Tx, ctx: Context) {
  const rows = await tx
    .selectFrom('tutorBadgeRevocation as r')
    .innerJoin('tutorBadge as b', (join) =>
      join.onRef('b.cooperativeId', '=', 'r.cooperativeId').onRef('b.id', '=', 'r.badgeId'),
    )
    .select('b.statusIndex')
    .where('r.cooperativeId', '=', ctx.cooperativeId)
    .execute()
  const { did, statusList } = issuerAddresses(ctx.services.config.publicUrl, ctx.cooperativeId)
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: statusList,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: { id: did },
    validFrom: wholeSecond(ctx.now),
    credentialSubject: {
      id: `${statusList}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodedList(rows.map((row) => row.statusIndex)),
    },
  }
}

/** Multibase base64url of the gzipped bits; the first bit is the leftmost of the first byte. */
export function encodedList(set: readonly number[]): string {
  const bits = new Uint8Array(STATUS_LIST_LENGTH / 8)
  for (const index of set) {
    const byte = index >> 3
    bits[byte] = (bits[byte] ?? 0) | (0x80 >> (index & 7))
  }
  return `u${gzipSync(bits).toString('base64url')}`
}
