import { type AttestationKind, isAttestationKind } from '@terreau/domain/attestations/kinds'
import { parseAttestationNumber } from '@terreau/domain/attestations/number'
import { isValidShortCode, normaliseShortCode } from '@terreau/domain/attestations/short-code'
import { foldForSearch } from '@terreau/domain/names/normalise'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { firstDay, monthOf } from '@terreau/domain/time/year-month'
import type { CheckDoor, CheckResult } from '@terreau/protocol/attestation-checks'
import type { AttestationState } from '@terreau/protocol/attestations'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { readFile, type StoredFile } from '../../platform/files/store.ts'
import { fileIds } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'

const PAGE = 50

/** The day printed on the document; `issued_at` is the instant of the server. */
const issuedOn = sql<string>`a.facts #>> '{issue,issuedOn}'`
/** How often it was verified, as far back as checks are kept. */
const checks = sql<number>`coalesce((select sum(k.times) from terreau.attestation_check k
  where k.cooperative_id = a.cooperative_id and k.attestation_id = a.id), 0)::integer`
const personName = sql<string>`terreau.full_name(p.given_name, p.family_name)`

export interface AttestationSummary {
  id: string
  number: string
  kind: AttestationKind
  personId: string
  personName: string
  periodStart: string | null
  periodEnd: string | null
  issuedOn: LocalDate
  state: AttestationState
  endedAt: string | null
  checks: number
}

export interface ListFilter {
  view?: 'this-month' | 'all' | undefined
  q?: string | undefined
  personId?: string | undefined
  before?: string | undefined
}

/** Certificates, newest number first. The number is the key of the page: it has no equal and never moves. */
export async function listAttestations(
  tx: Tx,
  cooperativeId: string,
  filter: ListFilter & { today: LocalDate },
): Promise<{ attestations: AttestationSummary[]; total: number; next: string | null }> {
  const matching = attestationsOf(tx, cooperativeId).where((eb) => eb.and(conditionsOf(filter)))
  const { total } = await matching
    .clearSelect()
    .select((eb) => eb.fn.countAll().as('total'))
    .executeTakeFirstOrThrow()
  const after = parseAttestationNumber(filter.before ?? '')
  const rows = await matching
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(a.year, a.n) < (${after?.year}::int, ${after?.n}::bigint)`),
    )
    .orderBy('a.year', 'desc')
    .orderBy('a.n', 'desc')
    .limit(PAGE + 1)
    .execute()
  const page = rows.slice(0, PAGE)
  const next = rows.length > PAGE ? (page.at(-1)?.number ?? null) : null
  return { attestations: page.map(summaryOf), total: Number(total), next }
}

/** One certificate with its history; 404 outside of the cooperative. */
export async function attestationDetail(tx: Tx, cooperativeId: string, attestationId: string) {
  const row = await attestationsOf(tx, cooperativeId)
    .leftJoin('appUser as issuer', 'issuer.id', 'a.issuedBy')
    .leftJoin('appUser as revoker', 'revoker.id', 'r.revokedBy')
    .leftJoin('appUser as replacer', 'replacer.id', 'x.replacedBy')
    .leftJoin('attestation as next', (join) =>
      join
        .onRef('next.cooperativeId', '=', 'a.cooperativeId')
        .onRef('next.id', '=', 'x.replacedById'),
    )
    .leftJoin('attestationReplacement as y', (join) =>
      join.onRef('y.cooperativeId', '=', 'a.cooperativeId').onRef('y.replacedById', '=', 'a.id'),
    )
    .leftJoin('attestation as former', (join) =>
      join
        .onRef('former.cooperativeId', '=', 'a.cooperativeId')
        .onRef('former.id', '=', 'y.attestationId'),
    )
    .select([
      'a.locale',
      'a.copyLocale',
      'a.templateVersion',
      'a.issuedAt',
      'a.shortCode',
      'a.longCode',
      'a.sha256',
      'a.sealLevel',
      'a.stampedAt',
      'a.stampFailure',
      'a.fileId',
      'a.keyFigures',
      'a.facts',
      'r.reason',
      'issuer.displayName as issuedBy',
      'revoker.displayName as revokedBy',
      'x.reason as replacedFor',
      'replacer.displayName as replacedBy',
      'next.id as nextId',
      'next.number as nextNumber',
      'former.id as formerId',
      'former.number as formerNumber',
    ])
    .where('a.id', '=', attestationId)
    .executeTakeFirst()
  return { ...found(row), summary: summaryOf(found(row)) }
}

/** The latest checks of a certificate, so many in each minute. */
export async function lastChecks(tx: Tx, cooperativeId: string, attestationId: string) {
  const MOST_SHOWN = 20
  const { rows } = await sql<{
    checkedAt: Date
    door: CheckDoor
    result: CheckResult
    times: number
  }>`
    select k.checked_at, k.door, k.result, k.times from terreau.attestation_check k
     where k.cooperative_id = ${cooperativeId} and k.attestation_id = ${attestationId}
     order by k.checked_at desc, k.door, k.result limit ${MOST_SHOWN}`.execute(tx)
  return rows.map((row) => ({ ...row, checkedAt: row.checkedAt.toISOString() }))
}

/** The certificates of one person, newest first. */
export async function attestationsOfPerson(tx: Tx, cooperativeId: string, personId: string) {
  const rows = await attestationsOf(tx, cooperativeId)
    .select('a.longCode')
    .where('a.personId', 'in', fileIds(cooperativeId, personId))
    .orderBy('a.year', 'desc')
    .orderBy('a.n', 'desc')
    .execute()
  return rows.map((row) => ({ ...summaryOf(row), longCode: row.longCode }))
}

/** The stored bytes of a certificate, of one person when `personId` is given; 404 otherwise. */
export async function documentOf(
  tx: Tx,
  cooperativeId: string,
  of: { attestationId: string; personIds?: readonly string[] },
): Promise<StoredFile> {
  const row = await tx
    .selectFrom('attestation')
    .select(['fileId', 'personId'])
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', of.attestationId)
    .executeTakeFirst()
  const { fileId, personId } = found(row)
  if (of.personIds !== undefined && !of.personIds.includes(personId)) found(null)
  return readFile(tx, cooperativeId, fileId)
}

function attestationsOf(tx: Tx, cooperativeId: string) {
  return tx
    .selectFrom('attestation as a')
    .innerJoin('person as p', (join) =>
      join.onRef('p.cooperativeId', '=', 'a.cooperativeId').onRef('p.id', '=', 'a.personId'),
    )
    .leftJoin('attestationRevocation as r', (join) =>
      join.onRef('r.cooperativeId', '=', 'a.cooperativeId').onRef('r.attestationId', '=', 'a.id'),
    )
    .leftJoin('attestationReplacement as x', (join) =>
      join.onRef('x.cooperativeId', '=', 'a.cooperativeId').onRef('x.attestationId', '=', 'a.id'),
    )
    .select([
      'a.id',
      'a.number',
      'a.kind',
      'a.personId',
      'a.periodStart',
      'a.periodEnd',
      'r.revokedAt',
      'x.replacedAt',
      issuedOn.as('issuedOn'),
      checks.as('checks'),
      personName.as('personName'),
    ])
    .where('a.cooperativeId', '=', cooperativeId)
}

function conditionsOf(filter: ListFilter & { today: LocalDate }): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = []
  if (filter.view === 'this-month')
    conditions.push(sql<boolean>`${issuedOn} >= ${firstDay(monthOf(filter.today))}`)
  if (filter.personId !== undefined) conditions.push(sql<boolean>`a.person_id = ${filter.personId}`)
  return [...conditions, ...searchConditions(filter.q ?? '')]
}

/** A number, a code copied from a document, or the words of a name. */
function searchConditions(text: string): Expression<SqlBool>[] {
  if (text === '') return []
  const number = parseAttestationNumber(text)
  if (number) return [sql<boolean>`(a.year, a.n) = (${number.year}::int, ${number.n}::bigint)`]
  if (isValidShortCode(text)) return [sql<boolean>`a.short_code = ${normaliseShortCode(text)}`]
  return foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => sql<boolean>`p.search_name like ${`%${escapeLike(word)}%`}`)
}

function escapeLike(word: string): string {
  return word.replaceAll(/[\\%_]/g, (character) => `\\${character}`)
}

function summaryOf(row: {
  id: string
  number: string
  kind: string
  personId: string
  personName: string
  periodStart: string | null
  periodEnd: string | null
  issuedOn: string
  revokedAt: Date | null
  replacedAt: Date | null
  checks: number
}): AttestationSummary {
  return {
    id: row.id,
    number: row.number,
    kind: kindOf(row.kind),
    personId: row.personId,
    personName: row.personName,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    issuedOn: localDate(row.issuedOn),
    state: stateOf(row),
    endedAt: (row.revokedAt ?? row.replacedAt)?.toISOString() ?? null,
    checks: row.checks,
  }
}

/** A certificate that was replaced can still be revoked: the graver word then counts. */
function stateOf(row: { revokedAt: Date | null; replacedAt: Date | null }): AttestationState {
  if (row.revokedAt !== null) return 'revoked'
  return row.replacedAt === null ? 'issued' : 'replaced'
}

/** The table's own check constraint holds the list of kinds. */
export function kindOf(text: string): AttestationKind {
  if (isAttestationKind(text)) return text
  throw new Error(`unknown kind of attestation: ${text}`)
}
