import { fullName, greetedName } from '@terreau/domain/names/full-name'
import type { Channel } from '@terreau/domain/pipeline/facts'
import { localDate } from '@terreau/domain/time/local-date'
import type { IssueFacts, IssuerFacts, PersonFacts } from '@terreau/pdf/documents/shared/facts'
import { issuerFacts, personFacts } from '@terreau/pdf/documents/shared/parties'
import type { Locale } from '@terreau/protocol/codecs'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { channelOf, readChannel } from '../../platform/person-channel.ts'
import { found } from '../../platform/problem-error.ts'

/** Who issues a certificate and to whom, as their rows say now. */
export interface Parties {
  issuer: IssuerFacts
  person: PersonFacts
  signing: Pick<IssueFacts, 'place' | 'signatory'>
  personId: string
  /** The file was joined to another, or erased: nothing is issued under it. */
  closed: 'joined' | 'erased' | null
  cooperativeId: string
  reach: Reach
  locale: Locale
}

/** How a certificate can be brought to its person. */
export interface Reach {
  /** As a message greets them. */
  greeted: string
  email: string
  phone: string
  locale: Locale
  channel: Channel | null
  /** Whether an address of ours opens something to them. */
  hasAccount: boolean
  /** Its name, as a message is signed. */
  cooperative: string
}

/** Throws 'not-found' for a person of another cooperative, as for nobody. */
export async function readParties(tx: Tx, ctx: Context, personId: string): Promise<Parties> {
  const known = await readPartiesOf(tx, ctx, [personId])
  return found(known.get(personId))
}

/** The same for many people, by their id; who is of another cooperative is not among them. */
export async function readPartiesOf(
  tx: Tx,
  ctx: Context,
  personIds: readonly string[],
): Promise<Map<string, Parties>> {
  if (personIds.length === 0) return new Map()
  const { cooperativeId } = ctx
  const rows = await tx
    .selectFrom('person as p')
    .innerJoin('cooperative as c', 'c.id', 'p.cooperativeId')
    .select([
      'p.id',
      'p.mergedIntoId',
      'p.erasedN',
      'p.givenName',
      'p.familyName',
      'p.bornOn',
      'p.address',
      'p.email',
      'p.phone as ownPhone',
      'p.locale',
      'c.name',
      'c.legalForm',
      'c.siren',
      'c.seatAddress',
      'c.city',
      'c.email as contactEmail',
      'c.phone as contactPhone',
      'c.registryCity',
      'c.signatoryName',
      'c.signatoryCapacity',
    ])
    .select((eb) => channelOf(ctx, sql`${eb.ref('p.id')}`).as('channel'))
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('membership as m')
            .select('m.userId')
            .whereRef('m.cooperativeId', '=', 'p.cooperativeId')
            .whereRef('m.personId', '=', 'p.id'),
        )
        .as('hasAccount'),
    )
    .where('p.cooperativeId', '=', cooperativeId)
    .where('p.id', 'in', [...personIds])
    .execute()
  return new Map(rows.map((row) => [row.id, partiesOf(cooperativeId, row)]))
}

function partiesOf(cooperativeId: string, p: PartyRow): Parties {
  const name = fullName(p)
  const locale = p.locale === 'en' ? 'en' : 'fr'
  return {
    issuer: issuerFacts({ ...p, phone: p.contactPhone, email: p.contactEmail }),
    person: personFacts({
      fullName: name,
      address: p.address,
      bornOn: p.bornOn === null ? null : localDate(p.bornOn),
    }),
    signing: {
      place: p.city,
      signatory: { name: p.signatoryName, capacity: p.signatoryCapacity },
    },
    personId: p.id,
    closed: p.erasedN !== null ? 'erased' : p.mergedIntoId !== null ? 'joined' : null,
    cooperativeId,
    reach: {
      greeted: greetedName(p),
      email: p.email,
      phone: p.ownPhone,
      locale,
      channel: readChannel(p.channel),
      hasAccount: Boolean(p.hasAccount),
      cooperative: p.name,
    },
    locale,
  }
}

interface PartyRow {
  id: string
  mergedIntoId: string | null
  erasedN: unknown
  givenName: string
  familyName: string
  bornOn: string | null
  address: string
  email: string
  ownPhone: string
  channel: string | null
  hasAccount: unknown
  locale: string
  name: string
  legalForm: string
  siren: string
  seatAddress: string
  city: string
  contactEmail: string
  contactPhone: string
  registryCity: string
  signatoryName: string
  signatoryCapacity: string
}
