import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { describeLine } from '@terreau/i18n/account-lines'
import type { AccountStatementFacts } from '@terreau/pdf/documents/account-statement/model'
import { issuerFacts, personFacts } from '@terreau/pdf/documents/shared/parties'
import { legible } from '@terreau/pdf/printable-text'
import type { Locale } from '@terreau/protocol/codecs'
import { sql } from 'kysely'
import { type Tx, zoneOf } from '../../platform/db/transaction.ts'
import { type AccountLine, accountOf } from '../ledger/index.ts'

export interface StatementToDraw {
  activityId: string
  personId: string
  personName: string
  email: string
  locale: Locale
  facts: AccountStatementFacts
}

interface Wanted {
  cooperativeId: string
  month: YearMonth
  version: number
  limit: number
  except: readonly string[]
}

/** Statements of a closed month that are not kept yet, with everything they print. */
export async function pendingStatements(tx: Tx, wanted: Wanted): Promise<StatementToDraw[]> {
  const { rows } = await sql<Row>`
    select l.*, terreau.full_name(p.given_name, p.family_name) as person_name, p.address, p.email, p.locale,
           p.born_on, a.name as activity_name, c.closed_at, c.closed_on, c.sha256,
           o.name, o.legal_form, o.siren, o.seat_address, o.registry_city, o.time_zone, o.phone as contact_phone, o.email as contact_email
      from (select x.activity_id, x.person_id, x.opening_cents, x.closing_cents, x.month, x.version,
                   x.cooperative_id, row_number() over (order by x.activity_id) as n
              from terreau.closing_line x
             where x.cooperative_id = ${wanted.cooperativeId} and x.month = ${wanted.month}
               and x.version = ${wanted.version}) l
      join (select k.*, (k.closed_at at time zone ${zoneOf(wanted.cooperativeId)})::date as closed_on from terreau.closing k) c
        on c.cooperative_id = l.cooperative_id and c.month = l.month and c.version = l.version
      join terreau.person p on p.cooperative_id = l.cooperative_id and p.id = l.person_id
      join terreau.activity a on a.cooperative_id = l.cooperative_id and a.id = l.activity_id
      join terreau.cooperative o on o.id = l.cooperative_id
     where l.activity_id <> all(${[...wanted.except]}::uuid[])
       and not exists (select 1 from terreau.closing_statement s
             where s.cooperative_id = l.cooperative_id and s.month = l.month
               and s.version = l.version and s.activity_id = l.activity_id)
     order by l.n
     limit ${wanted.limit}`.execute(tx)
  const statements: StatementToDraw[] = []
  for (const row of rows) {
    const { cooperativeId, month, version } = wanted
    const { lines } = await accountOf(tx, cooperativeId, row.activityId, { month, version })
    statements.push(toStatement(row, wanted, lines))
  }
  return statements
}

interface Row {
  activityId: string
  personId: string
  n: bigint
  openingCents: bigint
  closingCents: bigint
  personName: string
  address: string
  email: string
  locale: string
  bornOn: string | null
  activityName: string
  closedAt: Date
  closedOn: string
  sha256: Buffer
  name: string
  legalForm: string
  siren: string
  seatAddress: string
  contactPhone: string
  contactEmail: string
  registryCity: string
  timeZone: string
}

function toStatement(row: Row, wanted: Wanted, lines: readonly AccountLine[]): StatementToDraw {
  const locale = row.locale === 'en' ? 'en' : 'fr'
  const { activityId, personId, personName, email } = row
  return {
    activityId,
    personId,
    personName,
    email,
    locale,
    facts: {
      issuer: issuerFacts({ ...row, phone: row.contactPhone, email: row.contactEmail }),
      person: personFacts({
        fullName: personName,
        address: legible(row.address),
        bornOn: row.bornOn === null ? null : localDate(row.bornOn),
      }),
      number: statementNumber(wanted, row.n),
      issuedOn: localDate(row.closedOn),
      activity: legible(row.activityName),
      month: wanted.month,
      openingCents: cents(row.openingCents),
      lines: lines.map((line) => statementLine(line, locale)),
      closingCents: cents(row.closingCents),
      closing: {
        version: wanted.version,
        closedAt: row.closedAt.toISOString(),
        sha256: row.sha256.toString('hex'),
      },
    },
  }
}

/** R-2026-10-0001, and R-2026-10-0001-V2 for a month that was opened again. */
function statementNumber({ month, version }: Wanted, n: bigint): string {
  const number = `R-${month}-${n.toString().padStart(4, '0')}`
  return version === 1 ? number : `${number}-V${version}`
}

/** A line of an account as statements print it, in the words of the phone. */
export function statementLine(
  line: AccountLine,
  locale: Locale,
): AccountStatementFacts['lines'][number] {
  const { label, why } = describeLine(locale, {
    labelKey: line.labelKey,
    labelParams: line.labelParams,
    explanationKey: line.explanation.key,
    bookedMonth: line.month,
  })
  const on = lastDay(line.month)
  return { on, label: legible(label), explanation: legible(why), amountCents: line.effectCents }
}
