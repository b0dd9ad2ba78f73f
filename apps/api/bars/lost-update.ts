import { type Caller, call, givenCooperative, givenUser, type TestApp } from '../test/test-app.ts'
import { atLeast, type Bar, fact, onTestApp } from './bar.ts'

const PHONE = '01 99 00 '

/**
 * Editors read one file, add one to what it says, and write it back, all at once. Each edit that is
 * accepted rests on the one before: the file ends with as many as were accepted.
 */
export const lostUpdate: Bar = {
  name: 'lost-update',
  promise: 'nobody overwrites what a colleague has just written without having read it',
  sabotage: 'editors send the newest version with what they read before',
  run: (options) =>
    onTestApp(options, async (test) => {
      const cooperative = await givenCooperative(test)
      const direction = await givenUser(test, cooperative, ['direction'])
      await edit(test, direction, { add: 0, isSabotaged: false })
      const before = await read(test, direction)
      const editors = options.isSmall ? 10 : 50
      const edits = options.isSmall ? 12 : 200
      const counts = { accepted: 0, refused: 0, other: 0 }
      await Promise.all(
        Array.from({ length: editors }, async () => {
          for (let n = 0; n < edits; n += 1) {
            const status = await edit(test, direction, { add: 1, ...options })
            if (status === 200) counts.accepted += 1
            else if (status === 412) counts.refused += 1
            else counts.other += 1
          }
        }),
      )
      const after = await read(test, direction)
      const { version: _version, firstMonth: _month, hasLogo: _logo, ...blind } = after
      const unread = await call(test, direction, 'PUT /cooperative', { body: blind })
      return {
        checks: [
          fact('edits in the file', counted(after), counted(before) + counts.accepted),
          fact('versions', after.version, before.version + counts.accepted),
          fact('answers that say nothing', counts.other, 0),
          fact('an edit that read nothing is refused', unread.status, 428),
          atLeast('accepted', counts.accepted, edits),
        ],
        counts,
      }
    }),
}

async function edit(
  test: TestApp,
  direction: Caller,
  { add, isSabotaged }: { add: number; isSabotaged: boolean },
): Promise<number> {
  const seen = await read(test, direction)
  const { version, firstMonth: _month, hasLogo: _logo, ...file } = seen
  const phone = PHONE + String(counted(seen) + add)
  const ifMatch = isSabotaged ? (await read(test, direction)).version : version
  const answer = await call(test, direction, 'PUT /cooperative', {
    body: { ...file, phone },
    ifMatch,
  })
  return answer.status
}

async function read(test: TestApp, direction: Caller) {
  return (await call(test, direction, 'GET /cooperative')).body
}

function counted({ phone }: { phone: string }): number {
  return phone.startsWith(PHONE) ? Number(phone.slice(PHONE.length)) : 0
}
