import { fullName } from '@terreau/domain/names/full-name'
import { type Known, type Likeness, likenesses } from '@terreau/domain/names/same-person'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'

const MOST_SHOWN = 5

interface Asked extends Known {
  exceptPersonId?: string | undefined
  exceptLeadId?: string | undefined
}

export interface LookAlike extends Known {
  kind: 'lead' | 'person'
  id: string
  name: string
  reference: string
  by: Likeness[]
}

interface Row {
  kind: 'lead' | 'person'
  id: string
  reference: string
  givenName: string
  familyName: string
  bornOn: string | null
  email: string
  phone: string
}

/**
 * Contacts and people who look like somebody, the strongest likeness first. Every name of the cooperative is
 * compared by the one rule: opening a file is rare, and a second rule in SQL would drift from it.
 */
export async function lookAlikes(tx: Tx, ctx: Context, asked: Asked): Promise<LookAlike[]> {
  const { rows } = await sql<Row>`
    select 'person' as kind, coalesce(p.merged_into_id, p.id) as id, p.reference, p.given_name, p.family_name, p.born_on::text, p.email, p.phone
      from terreau.person p
     where p.cooperative_id = ${ctx.cooperativeId} and p.archived_at is null
    union all
    select 'lead', l.id, '', l.given_name, l.family_name, null, l.email, l.phone
      from terreau.lead l
     where l.cooperative_id = ${ctx.cooperativeId} and l.person_id is null`.execute(tx)
  const isOther = (row: Row) => row.id !== asked.exceptPersonId && row.id !== asked.exceptLeadId
  return rows
    .filter(isOther)
    .map((row) => toLookAlike(row, asked))
    .filter((one) => one.by.length > 0)
    .sort((left, right) => right.by.length - left.by.length || left.name.localeCompare(right.name))
    .slice(0, MOST_SHOWN)
}

function toLookAlike(row: Row, asked: Known): LookAlike {
  const bornOn: LocalDate | null = row.bornOn === null ? null : localDate(row.bornOn)
  const known = { ...row, bornOn }
  return { ...known, name: fullName(row), by: likenesses(asked, known) }
}

/** Nobody is opened twice without having seen who looks the same. */
export async function refuseLookAlike(tx: Tx, ctx: Context, asked: Asked): Promise<void> {
  const [first] = await lookAlikes(tx, ctx, asked)
  if (first === undefined) return
  const { kind, id, name, reference } = first
  throw new ProblemError('person-already-exists', { personId: id, name, reference, kind })
}
