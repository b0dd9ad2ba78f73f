import { can, type Permission } from '@terreau/domain/access/permissions'
import { ROLES } from '@terreau/domain/access/roles'
import { fullName, greetedName } from '@terreau/domain/names/full-name'
import { isWritten } from '@terreau/domain/pipeline/pieces'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { channelOf, readChannel } from '../../platform/person-channel.ts'

interface Address {
  name: string
  address: string
  locale: 'fr' | 'en'
}

/** Whom the end of a paper is told to. */
export interface AlertContacts {
  person: { greeted: string; phone: string; to: Address }
  /** Whether the person reads mails: otherwise somebody calls. */
  isMailed: boolean
  /** Who follows the person, if their role may open the page; null: nobody is told by mail. */
  referent: Address | null
  /** Its name, as a mail is signed. */
  cooperative: string
}

/**
 * The person and the referent, for an alert about a paper. A referent whose role lacks `permission` is told
 * nothing about it.
 */
export async function alertContacts(
  tx: Tx,
  ctx: Context,
  { personId, permission }: { personId: string; permission: Permission },
): Promise<AlertContacts> {
  const { cooperativeId } = ctx
  const roles = ROLES.filter((role) => can(role, permission))
  const row = await tx
    .selectFrom('person as p')
    .innerJoin('cooperative as o', 'o.id', 'p.cooperativeId')
    .leftJoin('appUser as u', 'u.id', 'p.adviserUserId')
    .select(['p.givenName', 'p.familyName', 'p.email', 'p.phone', 'p.locale', 'o.name'])
    .select(['u.email as referentEmail', 'u.displayName', 'u.locale as referentLocale'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('membership as m')
            .select('m.userId')
            .where('m.cooperativeId', '=', cooperativeId)
            .whereRef('m.userId', '=', 'p.adviserUserId')
            .where('m.role', 'in', roles),
        )
        .as('mayFollow'),
    )
    .select(channelOf(ctx, sql`${personId}`).as('channel'))
    .where('p.cooperativeId', '=', cooperativeId)
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow()
  const channel = readChannel(row.channel)
  const name = fullName(row)
  const { displayName, referentEmail } = row
  const isFollowed = row.mayFollow && referentEmail !== null && referentEmail !== ''
  return {
    person: {
      greeted: greetedName(row),
      phone: row.phone,
      to: { name, address: row.email, locale: localeOf(row.locale) },
    },
    isMailed: isWritten(channel, row.email),
    referent: isFollowed
      ? { name: displayName ?? '', address: referentEmail, locale: localeOf(row.referentLocale) }
      : null,
    cooperative: row.name,
  }
}

const localeOf = (text: string | null): 'fr' | 'en' => (text === 'en' ? 'en' : 'fr')
