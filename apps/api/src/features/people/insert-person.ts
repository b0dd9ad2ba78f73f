import { randomUUID } from 'node:crypto'
import { fullName } from '@terreau/domain/names/full-name'
import { normaliseName } from '@terreau/domain/names/normalise'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { nextNumber } from '../../platform/numbers/next-number.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { ensureUser, grantRole } from '../access/index.ts'
import { insertActivity, type NewActivity } from './activity-rows.ts'
import { searchNameOf } from './search-name.ts'

export interface NewPerson {
  /** The cooperative's own reference; the next 'P001' when it has none. */
  reference?: string
  civility: '' | 'Mme' | 'M.'
  familyName: string
  givenName: string
  bornOn: LocalDate | null
  email: string
  phone: string
  locale: 'fr' | 'en'
  address: string
  activity: NewActivity
  isTutor?: boolean
}

export interface InsertedPerson {
  personId: string
  activityId: string
  userId: string | null
  reference: string
}

/**
 * Writes a person with one activity and, when there is an e-mail address, the right to sign in as tester
 * (and tutor). The caller has checked duplicates and writes the journal.
 */
export async function insertPerson(
  tx: Tx,
  ctx: Context,
  person: NewPerson,
): Promise<InsertedPerson> {
  const ids = { personId: randomUUID(), activityId: randomUUID() }
  const reference = person.reference ?? (await nextReference(tx, ctx))
  await tx
    .insertInto('person')
    .values({
      cooperativeId: ctx.cooperativeId,
      id: ids.personId,
      reference,
      civility: person.civility,
      familyName: normaliseName(person.familyName),
      givenName: normaliseName(person.givenName),
      searchName: searchNameOf({ ...person, activityNames: [person.activity.name] }),
      bornOn: person.bornOn,
      email: person.email,
      phone: person.phone,
      locale: person.locale,
      address: person.address,
      createdAt: ctx.now,
    })
    .execute()
  await insertActivity(tx, ctx, { ...ids, ...person.activity })
  const userId = person.email === '' ? null : await giveAccess(tx, ctx, { ...person, ...ids })
  return { ...ids, userId, reference }
}

/**
 * Opens the tester's (and tutor's) access of a person. An address leads to one file only: two people who
 * share one could sign for each other.
 */
export async function giveAccess(
  tx: Tx,
  ctx: Context,
  person: Pick<NewPerson, 'email' | 'givenName' | 'familyName' | 'locale' | 'isTutor'> & {
    personId: string
  },
): Promise<string> {
  const displayName = normaliseName(fullName(person))
  const userId = await ensureUser(tx, {
    id: randomUUID(),
    email: person.email,
    displayName,
    locale: person.locale,
  })
  const other = await tx
    .selectFrom('membership')
    .select('personId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('userId', '=', userId)
    .where('personId', 'is not', null)
    .where('personId', '<>', person.personId)
    .executeTakeFirst()
  if (other !== undefined) {
    const errors = [{ pointer: '/body/email', code: 'email-already-used' }]
    throw new ProblemError('email-already-used', undefined, errors)
  }
  const roles = person.isTutor === true ? ['tester', 'tutor'] : ['tester']
  for (const role of roles) await grantRole(tx, ctx, { userId, role, personId: person.personId })
  return userId
}

/**
 * 'P001', 'P002'… and on past 'P999', behind the letters of the newest file when the cooperative has its own
 * ('TER-0231', then 'TER-001' on); references typed by hand or imported are stepped over.
 */
async function nextReference(tx: Tx, ctx: Context): Promise<string> {
  const newest = await tx
    .selectFrom('person')
    .select('reference')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const letters = newest?.reference.replace(/\d+$/, '') ?? 'P'
  for (;;) {
    const n = await nextNumber(tx, ctx, 'person', 0)
    const reference = `${letters}${n.toString().padStart(3, '0')}`
    const taken = await tx
      .selectFrom('person')
      .select('id')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('reference', '=', reference)
      .where('archivedAt', 'is', null)
      .executeTakeFirst()
    if (taken === undefined) return reference
  }
}
