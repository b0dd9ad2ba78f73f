import { randomUUID } from 'node:crypto'
import { localDate } from '@terreau/domain/time/local-date'
import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import { insertPerson } from '../src/features/people/index.ts'
import { newGesture } from '../src/platform/gesture.ts'
import { queryAsOwner } from './query-as-owner.ts'
import {
  asCommand,
  type Caller,
  call,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from './test-app.ts'

export interface SessionBody {
  id: string
  tuteeIds: string[]
  heldOn: string
  minutes: number | null
  startsAt: string | null
  endsAt: string | null
  travelMinutes: number
  mode: 'phone' | 'in_person'
  place: string
  subjects: 'prices'[]
  note: string
  checked: ('over-4h' | 'older-than-31-days' | 'overlap' | 'same-slot')[]
}

interface Given {
  answer: 'yes' | 'no' | 'not_exactly'
  what: null | 'day' | 'duration'
}

export const amendmentOf = ({ id: _, tuteeIds: __, ...body }: SessionBody) => body
export const tokenOf = (url: string | undefined): string => url?.split('/c/')[1] ?? ''

/** A tutor, somebody to help, the association that hosts them, an adviser; and what they do all day. */
export async function givenTutoring(
  test: TestApp,
  { timeZone }: { timeZone?: CooperativeZone } = {},
) {
  const cooperative = await givenCooperative(test, 'Coopérative Baobab', '2026-10', timeZone)
  const adviser = await givenUser(test, cooperative, ['adviser'])
  const tutorId = await givenPerson(test, cooperative, 'Moussa')
  const tuteeId = await givenPerson(test, cooperative, 'Awa', 'awa@exemple.test')
  const tutor = await givenUser(test, cooperative, ['tutor'], { personId: tutorId })
  const host = await call(test, adviser, 'POST /tutoring/hosts', {
    body: { name: 'Club des porteurs de projets', form: 'association' },
  })
  const hostId = host.body.id

  const pair = (
    person: string,
    how: { kind: 'volunteer' | 'paid'; hostId: string | null } = { kind: 'volunteer', hostId },
  ) =>
    call(test, adviser, 'POST /tutoring/relations', {
      body: { tutorId, tuteeId: person, startedOn: '2026-09-01', ...how },
    })
  await pair(tuteeId)

  const session = (over: Partial<SessionBody> = {}): SessionBody => ({
    id: randomUUID(),
    tuteeIds: [tuteeId],
    heldOn: '2026-11-02',
    minutes: 60,
    startsAt: null,
    endsAt: null,
    travelMinutes: 0,
    mode: 'phone',
    place: '',
    subjects: ['prices'],
    note: '',
    checked: [],
    ...over,
  })
  const log = (body: SessionBody) => call(test, tutor, 'POST /me/tutoring/sessions', { body })
  const ask = (token: string) =>
    call(test, null, 'GET /confirmations/:token', { params: { token } })
  const answer = (token: string, body: Given & { gesture: string }) =>
    call(test, null, 'POST /confirmations/:token', { params: { token }, body })

  /** What the page of a link received a minute ago: as if somebody had read it since. */
  const gestureOf = (token: string, version = 1): Promise<string> =>
    asCommand(test, cooperative.id, async ({ services }) =>
      newGesture(services.secrets, { token, version }, new Date(Date.now() - 60_000)),
    )

  const confirm = async (
    links: { confirmationUrl: string }[],
    given: Given = { answer: 'yes', what: null },
    version = 1,
  ): Promise<void> => {
    for (const { confirmationUrl } of links) {
      const token = tokenOf(confirmationUrl)
      const done = await answer(token, { ...given, gesture: await gestureOf(token, version) })
      if (done.status !== 200) throw new Error(`answered ${done.status} ${done.problem.code}`)
    }
  }

  /** The seven days pass. */
  const sevenDaysLater = () =>
    queryAsOwner(
      test,
      `with part as (update terreau.tutoring_part set first_answered_at = first_answered_at - interval '8 days'
        where cooperative_id = $1 and first_answered_at is not null)
     update terreau.tutoring_session set firm_at = firm_at - interval '8 days' where cooperative_id = $1 and firm_at is not null`,
      [cooperative.id],
    )

  const approve = (sessions: { id: string; version: number }[], as: Caller = adviser) =>
    call(test, as, 'POST /tutoring/approvals', { body: { sessions } })

  const read = async (sessionId: string) =>
    (await call(test, adviser, 'GET /tutoring/sessions/:sessionId', { params: { sessionId } })).body

  return {
    cooperative,
    adviser,
    tutor,
    tutorId,
    tuteeId,
    hostId,
    givenPerson: (givenName: string) => givenPerson(test, cooperative, givenName),
    pair,
    session,
    log,
    ask,
    answer,
    gestureOf,
    confirm,
    sevenDaysLater,
    approve,
    read,
  }
}

async function givenPerson(
  test: TestApp,
  cooperative: TestCooperative,
  givenName: string,
  email = '',
): Promise<string> {
  return asCommand(test, cooperative.id, async (ctx, tx) => {
    const { personId } = await insertPerson(tx, ctx, {
      civility: '',
      familyName: 'Traoré',
      givenName,
      bornOn: localDate('1990-01-01'),
      email,
      phone: '',
      locale: 'fr',
      address: '',
      activity: { name: 'conseil', vatRateBp: 2000, fiscalHorsepower: null },
    })
    return personId
  })
}
