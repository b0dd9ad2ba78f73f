import { randomUUID } from 'node:crypto'
import { queryAsOwner } from '../test/query-as-owner.ts'
import { type Caller, call, givenCooperative, givenUser, type TestApp } from '../test/test-app.ts'
import { atLeast, type Bar, fact, onTestApp } from './bar.ts'

const TWINS = 4
const AT_ONCE = 8

/**
 * Each request is sent several times at once under one key, and again later, as a phone does whose network
 * comes and goes. One effect each; another body under the same key is refused.
 */
export const idempotency: Bar = {
  name: 'idempotency',
  promise: 'a request that is sent again has one effect, and gets the first answer',
  sabotage: 'answers kept under another key than that of the request',
  run: (options) =>
    onTestApp(options, async (test) => {
      if (options.isSabotaged) await forgetKeys(test)
      const cooperative = await givenCooperative(test)
      const direction = await givenUser(test, cooperative, ['direction'])
      const posts = options.isSmall ? 40 : 1_000
      const sent = { answered: 0, refused: 0, otherBody: 0, differing: 0 }
      for (let n = 0; n < posts; n += AT_ONCE) {
        const batch = Array.from({ length: Math.min(AT_ONCE, posts - n) }, () =>
          sendTwins(test, direction, sent),
        )
        await Promise.all(batch)
      }
      const effects = await queryAsOwner(test, 'select 1 from terreau.lead')
      return {
        checks: [
          fact('effects', effects.length, posts),
          fact('answers unlike the first one', sent.differing, 0),
          fact('other bodies refused', sent.otherBody, posts),
          atLeast('answers', sent.answered, posts),
        ],
        counts: { posts, answered: sent.answered, 'told to ask again': sent.refused },
      }
    }),
}

async function forgetKeys(test: TestApp): Promise<void> {
  await queryAsOwner(
    test,
    `create function terreau.forget_key() returns trigger language plpgsql
       as $$ begin new.key := gen_random_uuid()::text; return new; end $$;
     create trigger forget_key before insert on terreau.idempotency
       for each row execute function terreau.forget_key()`,
  )
}

interface Sent {
  answered: number
  refused: number
  otherBody: number
  differing: number
}

async function sendTwins(test: TestApp, direction: Caller, sent: Sent): Promise<void> {
  const key = randomUUID()
  const body = {
    givenName: 'Ama',
    familyName: `Sow ${key}`,
    email: '',
    phone: '01 99 00 00 01',
    locale: 'fr',
    consentedOn: '2026-10-30',
    origin: 'web',
    originName: '',
    isReallyNew: true,
  } as const
  const twins = await Promise.all(
    Array.from({ length: TWINS }, () => call(test, direction, 'POST /leads', { body, key })),
  )
  const later = await call(test, direction, 'POST /leads', { body, key })
  const answers = [...twins, later].filter(({ status }) => status === 200)
  sent.answered += answers.length
  sent.refused += TWINS + 1 - answers.length
  const first = JSON.stringify(later.body)
  sent.differing += answers.filter((answer) => JSON.stringify(answer.body) !== first).length
  const other = { ...body, givenName: 'Awa' }
  const refused = await call(test, direction, 'POST /leads', { body: other, key })
  if (refused.status === 422) sent.otherBody += 1
}
