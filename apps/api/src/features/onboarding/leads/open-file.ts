import { localDate } from '@terreau/domain/time/local-date'
import { type HandlerInput, type HandlerOutput, pick } from '@terreau/protocol/endpoint'
import { leadsEndpoints } from '@terreau/protocol/leads'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { insertPerson, refuseLookAlike } from '../../people/index.ts'
import { insertFact } from '../facts/insert-fact.ts'
import { askDue } from '../pieces/ask-pieces.ts'
import { lockSeenLead } from './lock-lead.ts'
import { insertAct, refuseFuture } from './write-act.ts'

const endpoint = pick(leadsEndpoints, 'POST /leads/:leadId/file')
type Input = HandlerInput<typeof endpoint>['body'] & { leadId: string }

/**
 * Opens the file of somebody who is admitted. Only now is the rest asked; the path stays with the contact,
 * which is no longer erased by itself.
 */
export const openFile = mutation<Input, HandlerOutput<typeof endpoint>>({
  access: 'onboarding.manage',
  async run(tx, ctx, { leadId, isReallyNew, ...rest }) {
    const lead = await lockSeenLead(tx, ctx, leadId)
    const params = { state: lead.stage, act: 'open_file' }
    if (lead.stage !== 'admitted' || lead.personId !== null)
      throw new ProblemError('pipeline-act-not-allowed', params)
    if (rest.bornOn !== null) refuseFuture(rest.bornOn, ctx, 'bornOn')
    const locale = lead.locale === 'en' ? 'en' : 'fr'
    const { givenName, familyName } = lead
    const person = { ...rest, givenName, familyName, locale } as const
    if (isReallyNew !== true) await refuseLookAlike(tx, ctx, { ...person, exceptLeadId: leadId })
    const made = await insertPerson(tx, ctx, person)
    await insertAct(tx, ctx, leadId, { act: 'open_file', doneOn: ctx.today, stage: 'admitted' })
    await tx
      .updateTable('lead')
      .set({ personId: made.personId, deleteOn: null, version: lead.version + 1 })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', leadId)
      .execute()
    const { personId, activityId, reference } = made
    await keepPrescriber(tx, ctx, { ...lead, personId })
    const asked = await askDue(tx, ctx, personId)
    return {
      value: { personId },
      audit: [
        {
          action: 'lead.file-opened',
          entity: { kind: 'lead', id: leadId },
          after: { personId },
        },
        {
          action: 'person.created',
          entity: { kind: 'person', id: personId },
          after: { reference },
        },
        {
          action: 'activity.created',
          entity: { kind: 'activity', id: activityId },
          after: { personId },
        },
        ...asked,
      ],
    }
  },
})

/** Who sent somebody is known since the first contact: it is not asked again. */
async function keepPrescriber(
  tx: Tx,
  ctx: Context,
  lead: { personId: string; origin: string; originName: string; consentedOn: string },
): Promise<void> {
  if (lead.origin !== 'prescriber') return
  const { personId, originName } = lead
  const validFrom = localDate(lead.consentedOn)
  await insertFact(tx, ctx, {
    personId,
    kind: 'prescriber',
    value: originName,
    validFrom,
    saidBy: 'staff',
  })
}
