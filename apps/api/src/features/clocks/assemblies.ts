import { addMonthsClamped, type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import { assembliesEndpoints } from '@terreau/protocol/assemblies'
import { type HandlerOutput, pick } from '@terreau/protocol/endpoint'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

const list = pick(assembliesEndpoints, 'GET /assemblies')
type Assemblies = HandlerOutput<typeof list>

/** How many assemblies are shown, and how many contracts that wait under each. */
const MOST = 20
const MOST_WAITING = 500

/** The assemblies that approved the accounts, the latest first, and who still waits for the balance. */
export async function listAssemblies(tx: Tx, ctx: Context): Promise<Assemblies> {
  const { rows } = await sql<{
    heldOn: string
    reference: string
    firstMonth: string
    lastMonth: string
    settled: number
    waiting: Assemblies[number]['waiting']
  }>`
    select a.held_on, a.reference, a.first_month, a.last_month,
           (select count(*)::integer from terreau.variable_pay_settlement s
             where s.cooperative_id = a.cooperative_id and s.assembly_on = a.held_on) as settled,
           coalesce((select jsonb_agg(jsonb_build_object('contractId', w.id, 'contractNumber', w.number,
               'personId', w.person_id, 'personName', w.name) order by w.search_name collate "C")
             from (select c.id, c.number, c.person_id, p.search_name,
                          terreau.full_name(p.given_name, p.family_name) as name
                     from terreau.contract c
                     join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id
                    where c.cooperative_id = a.cooperative_id and ${isConcerned}
                      and not exists (select 1 from terreau.variable_pay_settlement s
                            where s.cooperative_id = c.cooperative_id and s.contract_id = c.id
                              and s.assembly_on = a.held_on)
                    order by p.search_name collate "C", c.id limit ${MOST_WAITING}) w), '[]') as waiting
      from terreau.approval_assembly a
     where a.cooperative_id = ${ctx.cooperativeId}
     order by a.held_on desc limit ${MOST}`.execute(tx)
  return rows.map((row) => {
    const heldOn = localDate(row.heldOn)
    const dueOn = addMonthsClamped(heldOn, 1)
    const year = { firstMonth: yearMonth(row.firstMonth), lastMonth: yearMonth(row.lastMonth) }
    return { ...row, ...year, heldOn, dueOn, isLate: row.waiting.length > 0 && dueOn < ctx.today }
  })
}

/** The CESAs `c` that cover a day of the year that the assembly `a` approved, as the clock counts them. */
export const isConcerned = sql`c.kind = 'CESA' and c.state = 'active'
  and c.starts_on < (a.last_month || '-01')::date + interval '1 month'
  and c.last_on >= (a.first_month || '-01')::date`

/** The people who ever had a CESA that an assembly of that day, or one after it, may concern. */
export async function peopleWithCesa(tx: Tx, ctx: Context, since: LocalDate): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct c.person_id from terreau.contract c
     where c.cooperative_id = ${ctx.cooperativeId} and c.kind = 'CESA' and c.state = 'active'
       and (c.ends_on is null or c.ends_on >= ${addMonthsClamped(since, -36)}::date)
     order by c.person_id`.execute(tx)
  return rows.map(({ personId }) => personId)
}
