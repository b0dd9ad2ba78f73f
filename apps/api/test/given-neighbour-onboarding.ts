import { randomUUID } from 'node:crypto'
import { queryAsOwner } from './query-as-owner.ts'
import { type Caller, call, type TestApp } from './test-app.ts'

/** A contact, a meeting, a piece that was asked for and a merge that stands, for paths that name one. */
export async function givenOnboarding(
  test: TestApp,
  direction: Caller,
  people: { cooperativeId: string; personId: string; otherId: string; mergedId: string },
): Promise<Record<string, string>> {
  const lead = await call(test, direction, 'POST /leads', {
    body: {
      givenName: 'Karima',
      familyName: 'Sidibé',
      email: '',
      phone: '07 55 00 11 22',
      locale: 'fr',
      consentedOn: '2026-10-01',
      origin: 'web',
      originName: '',
      isReallyNew: true,
    },
  })
  const meeting = await call(test, direction, 'POST /information-meetings', {
    body: { heldOn: '2026-10-10', startsAt: '14:00', place: 'Montreuil' },
  })
  await call(test, direction, 'POST /piece-kinds/proposal')
  const [kind] = (await call(test, direction, 'GET /piece-kinds')).body
  const merge = await call(test, direction, 'POST /people/:personId/merges', {
    params: { personId: people.otherId },
    body: { mergedId: people.mergedId, reason: 'Même personne' },
  })
  const pieceId = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.piece (cooperative_id, id, person_id, kind_id, state, asked_on)
     values ($1, $2, $3, $4, 'asked', '2026-10-01')`,
    [people.cooperativeId, pieceId, people.personId, kind?.id],
  )
  return {
    leadId: lead.body.id,
    meetingId: meeting.body.id,
    pieceId,
    pieceKindId: kind?.id ?? '',
    mergeId: merge.body.mergeId,
  }
}
