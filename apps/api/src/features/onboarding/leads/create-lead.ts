import { randomUUID } from 'node:crypto'
import { listedName } from '@terreau/domain/names/full-name'
import { foldForSearch, normaliseName } from '@terreau/domain/names/normalise'
import { phoneDigits } from '@terreau/domain/names/same-person'
import { contactDeleteOn } from '@terreau/domain/pipeline/retention'
import { type HandlerInput, pick } from '@terreau/protocol/endpoint'
import { leadsEndpoints } from '@terreau/protocol/leads'
import type { FieldProblem } from '@terreau/protocol/problems'
import type { Context } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { nameProblems, refuseLookAlike } from '../../people/index.ts'
import { insertAct } from './write-act.ts'

const endpoint = pick(leadsEndpoints, 'POST /leads')
type Input = HandlerInput<typeof endpoint>['body']

/** Notes somebody who asked. Who looks the same is shown first; only the caller can say they are not. */
export const createLead = mutation<Input, { id: string }>({
  access: 'onboarding.manage',
  async run(tx, ctx, { isReallyNew, ...lead }) {
    checkLead(ctx, lead)
    if (isReallyNew !== true) await refuseLookAlike(tx, ctx, { ...lead, bornOn: null })
    const id = randomUUID()
    const givenName = normaliseName(lead.givenName)
    const familyName = normaliseName(lead.familyName)
    const searched = `${listedName({ givenName, familyName })} ${lead.email} ${phoneDigits(lead.phone)}`
    await tx
      .insertInto('lead')
      .values({
        ...lead,
        cooperativeId: ctx.cooperativeId,
        id,
        givenName,
        familyName,
        searchName: foldForSearch(searched),
        stage: 'lead',
        lastContactOn: lead.consentedOn,
        deleteOn: contactDeleteOn(lead.consentedOn),
        createdAt: ctx.now,
      })
      .execute()
    await insertAct(tx, ctx, id, { act: 'contact', doneOn: lead.consentedOn, stage: 'lead' })
    const after = { origin: lead.origin }
    return {
      value: { id },
      audit: [{ action: 'lead.noted', entity: { kind: 'lead', id }, after }],
    }
  },
})

/** A contact that nobody can reach is no contact; a consent is given before it is written down. */
function checkLead(ctx: Context, lead: Input): void {
  const errors: FieldProblem[] = nameProblems(lead)
  if (lead.email === '' && phoneDigits(lead.phone) === '')
    errors.push({ pointer: '/body/phone', code: 'way-to-reach-missing' })
  if (lead.consentedOn > ctx.today)
    errors.push({ pointer: '/body/consentedOn', code: 'date-not-yet' })
  if (lead.origin === 'prescriber' && lead.originName === '')
    errors.push({ pointer: '/body/originName', code: 'field-required' })
  if (errors.length > 0) throw new ProblemError('request-invalid', undefined, errors)
}
