import { randomUUID } from 'node:crypto'
import type { Role } from '@terreau/domain/access/roles'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'
import { ensureUser, grantRole } from './create-cooperative.ts'
import { userById } from './queries.ts'

/**
 * Gives a colleague a role and tells them by mail. Somebody who already has an account elsewhere keeps
 * their name and their password: the inviting cooperative learns nothing of it.
 */
export const inviteUser = mutation<
  { displayName: string; email: string; role: Role },
  { id: string }
>({
  access: 'user.grant',
  async run(tx, ctx, { displayName, email, role }) {
    const id = await ensureUser(tx, { id: randomUUID(), email, displayName, locale: ctx.locale })
    const isNew = await grantRole(tx, ctx, { userId: id, role, personId: null })
    if (!isNew) return { value: { id }, audit: 'unchanged' }
    const user = found(await userById(tx, id))
    const cooperative = await tx
      .selectFrom('cooperative')
      .select('name')
      .where('id', '=', ctx.cooperativeId)
      .executeTakeFirstOrThrow()
    const mail = await queueMail(tx, ctx, {
      template: 'invitation',
      params: {
        name: user.displayName,
        cooperative: cooperative.name,
        link: `${ctx.services.config.publicUrl}/connexion`,
      },
      to: {
        name: user.displayName,
        address: user.email,
        locale: user.locale === 'en' ? 'en' : 'fr',
      },
    })
    return {
      value: { id },
      audit: [{ action: 'user.invited', entity: { kind: 'user', id }, after: { role } }],
      jobs: [mail],
    }
  },
})
