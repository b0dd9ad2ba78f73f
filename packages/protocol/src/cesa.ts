import { z } from 'zod'
import { cesaTerms } from './cesa-terms.ts'
import { localDateCodec, uuid } from './codecs.ts'
import { contractDay, contractId, schemeView } from './contract-schemas.ts'
import { endpoint } from './endpoint.ts'

const personId = z.strictObject({ personId: uuid })
const draft = { schemeId: uuid, startsOn: contractDay, terms: cesaTerms }
const problems = ['cesa-trial-too-long', 'cesa-no-trial-left', 'contract-overlaps'] as const

export const cesaEndpoints = [
  endpoint({
    method: 'GET',
    path: '/people/:personId/cesa-choices',
    tag: 'contracts',
    summary: 'What a new CESA of this person can be: activities with the CAPE it replaces, schemes',
    access: 'contract.read',
    params: personId,
    query: z.strictObject({ startsOn: contractDay.optional() }),
    response: z.strictObject({
      person: z.strictObject({ id: uuid, familyName: z.string(), givenName: z.string() }),
      activities: z.array(
        z.strictObject({
          id: uuid,
          name: z.string(),
          /** The CAPE in force or last over, which the CESA follows. */
          cape: z
            .strictObject({
              id: uuid,
              number: z.string(),
              endsOn: localDateCodec,
              schemeId: uuid,
            })
            .nullable(),
        }),
      ),
      schemes: z.array(schemeView),
      startsOn: localDateCodec,
      /** L7332-1: the last day that a trial may have from that start; null when none is left. */
      trialEndsOnMax: localDateCodec.nullable(),
      /** L7331-3: the last day to become associate from that start. */
      associateBy: localDateCodec,
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/cesa',
    tag: 'contracts',
    summary: 'Drafts a CESA, alone or to follow a CAPE that ends the day before',
    access: 'contract.create',
    params: personId,
    body: z.strictObject({ activityId: uuid, ...draft }),
    response: z.strictObject({ id: uuid, number: z.string() }),
    problems,
  }),
  endpoint({
    method: 'PUT',
    path: '/contracts/:contractId/cesa',
    tag: 'contracts',
    summary: 'Changes the draft of a CESA',
    access: 'contract.create',
    versioned: true,
    params: contractId,
    body: z.strictObject(draft),
    response: z.strictObject({ version: z.int() }),
    problems: ['contract-act-not-allowed', ...problems],
  }),
] as const
