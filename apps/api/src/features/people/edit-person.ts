import { normaliseName } from '@terreau/domain/names/normalise'
import type { HandlerInput } from '@terreau/protocol/endpoint'
import type { peopleEndpoints } from '@terreau/protocol/people'
import type { AuditEntry } from '../../platform/audit/actions.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { takeBackAccess } from '../access/index.ts'
import { refreshSearchNames } from './activity-rows.ts'
import { checkIdentity } from './check-identity.ts'
import { giveAccess } from './insert-person.ts'
import { personRenamed } from './person-renamed.ts'

type Edit = (typeof peopleEndpoints)[3]
type Input = HandlerInput<Edit>['body'] & { personId: string }

const NAMES: ReadonlySet<string> = new Set(['givenName', 'familyName'])

/** Saves identity and activities over the version that was read; a new address takes the access with it. */
export const editPerson = mutation<Input, { version: number }>({
  access: 'person.edit',
  async run(tx, ctx, { personId, activities, ...identity }) {
    const before = await lockPerson(tx, ctx, personId)
    if (before.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    await checkIdentity(tx, ctx, identity, personId)
    await updateActivities(tx, ctx, personId, activities)
    const person = {
      ...identity,
      familyName: normaliseName(identity.familyName),
      givenName: normaliseName(identity.givenName),
    }
    const version = before.version + 1
    await tx
      .updateTable('person')
      .set({ ...person, version })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', personId)
      .execute()
    await refreshSearchNames(tx, ctx, personId)
    const access =
      before.email === person.email ? [] : await moveAccess(tx, ctx, { ...person, personId })
    const fields = changedFields(before, person)
    return {
      value: { version },
      audit: [
        { action: 'person.edited', entity: { kind: 'person', id: personId }, after: { fields } },
        ...access,
      ],
      jobs: fields.some((field) => NAMES.has(field))
        ? [personRenamed({ cooperativeId: ctx.cooperativeId, personId })]
        : [],
    }
  },
})

/** The file, alone on it until the end of the transaction; 404 when there is none. */
export async function lockPerson(tx: Tx, ctx: Context, personId: string) {
  const row = await tx
    .selectFrom('person')
    .selectAll()
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', personId)
    .where('archivedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return found(row)
}

async function updateActivities(
  tx: Tx,
  ctx: Context,
  personId: string,
  activities: Input['activities'],
): Promise<void> {
  for (const { id, ...fields } of activities) {
    const updated = await tx
      .updateTable('activity')
      .set((eb) => ({ ...fields, version: eb('version', '+', 1) }))
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', id)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('activityMember as m')
            .select('m.personId')
            .whereRef('m.cooperativeId', '=', 'activity.cooperativeId')
            .whereRef('m.activityId', '=', 'activity.id')
            .where('m.personId', '=', personId),
        ),
      )
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw new ProblemError('not-found')
  }
}

async function moveAccess(
  tx: Tx,
  ctx: Context,
  person: Omit<Input, 'activities'>,
): Promise<AuditEntry[]> {
  const { personId, email } = person
  const roles = await tx
    .selectFrom('membership')
    .select('role')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', personId)
    .execute()
  const isTutor = roles.some((row) => row.role === 'tutor')
  const userId = email === '' ? null : await giveAccess(tx, ctx, { ...person, isTutor })
  const takenBack = await takeBackAccess(tx, ctx, { personId, exceptUserId: userId })
  const granted = userId === null ? [] : [entry('role.granted', userId, personId)]
  return [...granted, ...takenBack.map((row) => entry('role.revoked', row.userId, personId))]
}

function entry(
  action: 'role.granted' | 'role.revoked',
  userId: string,
  personId: string,
): AuditEntry {
  return { action, entity: { kind: 'user', id: userId }, after: { personId } }
}

/** Names of what changed, not the values: the journal is kept for ever, and values must stay erasable. */
function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(after).filter((field) => before[field] !== after[field])
}
