import type { LocalDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'
import type { StoredContractState } from './insert-contract.ts'

export interface ContractRow {
  id: string
  kind: 'CAPE' | 'CESA'
  number: string
  /** The file of the person: the kept one when files were joined. */
  personId: string
  activityId: string
  activity: string
  schemeId: string
  sequence: number
  renewsContractId: string | null
  previousNumber: string | null
  previousEndsOn: LocalDate | null
  startsOn: string
  endsOn: string | null
  gapReason: string | null
  state: StoredContractState
  terms: unknown
  version: number
  person: {
    familyName: string
    givenName: string
    bornOn: string | null
    address: string
    email: string
    locale: 'fr' | 'en'
  }
}

/** One contract with the names it prints; 404 in another cooperative. */
export async function contractRow(tx: Tx, ctx: Context, contractId: string): Promise<ContractRow> {
  const { rows } = await sql<ContractRow>`
    select c.id, c.kind, c.number, p.id as person_id, c.activity_id, a.name as activity, c.scheme_id, c.sequence,
           c.renews_contract_id, r.number as previous_number, r.ends_on as previous_ends_on, c.starts_on, c.ends_on, c.gap_reason, c.state, c.terms, c.version,
           jsonb_build_object('familyName', p.family_name, 'givenName', p.given_name, 'bornOn', p.born_on,
             'address', p.address, 'email', p.email, 'locale', p.locale) as person
      from terreau.contract c
      join terreau.person f on f.cooperative_id = c.cooperative_id and f.id = c.person_id
      join terreau.person p on p.cooperative_id = f.cooperative_id and p.id = coalesce(f.merged_into_id, f.id)
      join terreau.activity a on a.cooperative_id = c.cooperative_id and a.id = c.activity_id
      left join terreau.contract r on r.cooperative_id = c.cooperative_id and r.id = c.renews_contract_id
     where c.cooperative_id = ${ctx.cooperativeId} and c.id = ${contractId}`.execute(tx)
  return found(rows[0])
}

/** The same, alone on it until the end of the transaction: two acts on one contract follow each other. */
export async function lockContract(tx: Tx, ctx: Context, contractId: string): Promise<ContractRow> {
  const locked = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', contractId)
    .forUpdate()
    .executeTakeFirst()
  found(locked)
  return contractRow(tx, ctx, contractId)
}
