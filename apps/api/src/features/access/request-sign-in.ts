import { randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { defineJob } from '../../platform/jobs/define-job.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { newToken, type Secrets, sha256 } from '../../platform/secrets.ts'
import { type UserRow, userById, userIdByEmail } from './queries.ts'
import { type Entrance, entranceOf } from './start-session.ts'

const VALID_MS = 15 * 60_000

interface Request {
  email: string
  returnTo: string | undefined
}

/**
 * What the visitor waits for is the same for every address, known or not: one job. Looking the address
 * up, and writing the mail, happen after the answer has left.
 */
export const requestSignIn = mutation<Request, void>({
  access: 'visitor',
  async run(_tx, _ctx, { email, returnTo }) {
    const job = mailSignInJob.queue({
      cooperativeId: '',
      email,
      ...(returnTo === undefined ? {} : { returnTo }),
    })
    return { value: undefined, audit: 'unchanged', jobs: [job] }
  },
})

export const mailSignInJob = defineJob({
  name: 'mail-sign-in',
  payload: z.object({
    cooperativeId: z.literal(''),
    email: z.string(),
    returnTo: z.string().optional(),
  }),
  async handle({ payload, act }) {
    await act((ctx) =>
      mailSignIn(ctx, { email: payload.email, returnTo: payload.returnTo }).then(() => undefined),
    )
  },
})

/** Writes a code and a link to whoever has this address, and nothing when nobody has it. */
export const mailSignIn = mutation<Request, void>({
  access: 'system',
  async run(tx, ctx, { email, returnTo }) {
    const nothing = { value: undefined, audit: 'unchanged' } as const
    const userId = await userIdByEmail(tx, email)
    const entrance = userId === null ? undefined : await entranceOf(tx, userId)
    const user = userId === null ? undefined : await userById(tx, userId)
    if (entrance === undefined || user === undefined) return nothing
    const { code, link } = await insertToken(tx, ctx, user.id)
    const job = await mailToken(tx, ctx, { user, entrance, code, link, returnTo })
    return {
      value: undefined,
      audit: [{ action: 'sign-in.requested', entity: { kind: 'user', id: user.id } }],
      jobs: [job],
      journal: { actor: ctx.actor, cooperativeId: entrance.cooperativeId },
    }
  },
})

/** Older codes stay valid for their own quarter of an hour: mails do not arrive in order. */
async function insertToken(
  tx: Tx,
  ctx: Context,
  userId: string,
): Promise<{ code: string; link: string }> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const link = newToken()
  await tx
    .insertInto('signInToken')
    .values({
      id: randomUUID(),
      userId,
      codeHash: codeHash(ctx.services.secrets, userId, code),
      linkHash: sha256(link),
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + VALID_MS),
    })
    .execute()
  return { code, link }
}

/** Six digits are guessed from a plain hash at once; a keyed one needs the key, which is not in the database. */
export function codeHash(secrets: Secrets, userId: string, code: string): Buffer {
  return Buffer.from(secrets.sign('sign-in-code', `${userId}:${code}`), 'hex')
}

function mailToken(
  tx: Tx,
  ctx: Context,
  mail: {
    user: UserRow
    entrance: Entrance
    code: string
    link: string
    returnTo: string | undefined
  },
): ReturnType<typeof queueMail> {
  const { user, entrance, code, link, returnTo } = mail
  const retour = returnTo === undefined ? '' : `?retour=${encodeURIComponent(returnTo)}`
  const inCooperative = { ...ctx, cooperativeId: entrance.cooperativeId }
  return queueMail(tx, inCooperative, {
    template: 'sign-in-code',
    params: {
      name: user.displayName,
      code,
      link: `${ctx.services.config.publicUrl}/connexion/lien/${link}${retour}`,
      cooperative: entrance.cooperativeName,
    },
    to: {
      name: user.displayName,
      address: user.email,
      locale: user.locale === 'en' ? 'en' : 'fr',
    },
  })
}
