import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import type { Role } from './people.ts'

const FEATURES = join(import.meta.dirname, '../../web/src/features')

/** Every page of one shell, read from the lists of the features: a new page is walked without being named here. */
export function pagesOf(shell: 'phone' | 'staff'): string[] {
  const paths = readdirSync(FEATURES).flatMap((feature) => {
    const text = read(join(FEATURES, feature, `${shell}-routes.tsx`))
    return [...text.matchAll(/path: '([^']+)'/g)].map((match) => match[1] ?? '')
  })
  return [...new Set(paths)].sort()
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

type Ids = Record<string, string>

/** A month that the tester of the demonstration has sent: its lines can be opened. */
const SENT_MONTH = '2026-09'

/** Fills the parameters of a page with what exists in the demonstration. Throws on one it does not know. */
export function fillPath(path: string, ids: Ids): string {
  return path
    .replace(/:mois(?=.*:lineId)/, SENT_MONTH)
    .replace(/\/\*\?$/, '')
    .replaceAll(/\/:(\w+)\?/g, '')
    .replaceAll(/:(\w+)/g, (_match, name: string) => {
      const id = ids[name]
      if (id === undefined) throw new Error(`the walk does not know what ${name} is in ${path}`)
      return id
    })
}

/** Real ids for the parameters of staff pages. */
export async function staffIds(request: APIRequestContext): Promise<Ids> {
  const people = await json(request, '/api/people')
  const contracts = await json(request, '/api/contracts')
  const signatures = await json(request, '/api/signatures?view=waiting')
  const amended = first(await json(request, '/api/contracts?search=haddad&view=active'))
  const amendments = await json(request, `/api/contracts/${amended}/amendments`)
  const accounts = await json(request, '/api/accounts')
  const attestations = await json(request, '/api/attestations')
  const batches = await json(request, '/api/attestation-batches')
  const users = await json(request, '/api/users')
  const declarations = await json(request, '/api/declarations?view=all')
  const leads = await json(request, '/api/leads')
  const planned = first(await json(request, '/api/people?search=kouassi'))
  const interviews = await json(request, `/api/people/${planned}/interviews`)
  const approvals = await json(request, '/api/approvals?view=answered')
  const meetings = await json(request, '/api/information-meetings')
  return {
    approvalId: first(approvals, 'approvalId'),
    mois: '2026-10',
    month: '2026-10',
    exercice: '2026-01',
    personId: first(people),
    contractId: first(contracts),
    signatureId: first(signatures),
    amendmentId: first(Reflect.get(Object(amendments), 'amendments')),
    activityId: first(accounts, 'activityId'),
    conventionId: await draftConvention(request, accounts),
    interviewId: first(Reflect.get(Object(interviews), 'interviews')),
    attestationId: first(attestations),
    purpose: 'document',
    batchId: first(batches),
    userId: first(users),
    role: 'direction',
    sessionId: await firstSession(request, '/api/tutoring?view=disputed'),
    relationId: first(await json(request, '/api/tutoring/relations')),
    declarationId: first(declarations),
    leadId: first(leads),
    meetingId: first(meetings),
    id: first(declarations),
  }
}

/** A convention that can still be changed, found through the activities. */
async function draftConvention(request: APIRequestContext, accounts: unknown): Promise<string> {
  for (const account of Array.isArray(accounts) ? accounts : []) {
    const activity = await json(request, `/api/activities/${account.activityId}`)
    const conventions: unknown = Reflect.get(Object(activity), 'conventions')
    if (!Array.isArray(conventions)) continue
    const draft: unknown = conventions.find((one) => one.state === 'draft')
    if (draft !== undefined) return first([draft])
  }
  throw new Error('the demonstration has no draft of a convention')
}

/** Real ids for the parameters of phone pages, as far as one may see them. */
export async function phoneIds(request: APIRequestContext, role: Role | null): Promise<Ids> {
  const token = 'x'.repeat(43)
  if (role === 'tutor') return { token, sessionId: await firstSession(request, '/api/me/tutoring') }
  if (role !== 'tester') return { token }
  const signatures = await json(request, '/api/me/signatures')
  const sent = await json(request, `/api/me/declarations/${SENT_MONTH}`)
  const lineId = first(Reflect.get(Object(sent), 'lines'))
  return { mois: '2026-10', lineId, signatureId: first(signatures), token }
}

async function firstSession(request: APIRequestContext, path: string): Promise<string> {
  return first(Reflect.get(Object(await json(request, path)), 'sessions'))
}

/** What a reader meets: the search for a certificate, a true one, one that nobody knows. */
export async function readerPaths(request: APIRequestContext): Promise<string[]> {
  const id = first(await json(request, '/api/attestations'))
  const detail = await json(request, `/api/attestations/${id}`)
  const url: unknown = Reflect.get(Object(detail), 'verifyUrl')
  if (typeof url !== 'string') throw new Error('a certificate has an address to verify it')
  return ['/verifier', new URL(url).pathname, '/verifier/AAAAA-AAAAA']
}

async function json(request: APIRequestContext, path: string): Promise<unknown> {
  const answer = await request.get(path)
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`)
  return answer.json()
}

/** The id of the first thing in a list, whatever the list is called. */
function first(body: unknown, key = 'id'): string {
  const list = Array.isArray(body) ? body : Object.values(Object(body)).find(Array.isArray)
  const item: unknown = list?.[0]
  const id = typeof item === 'object' && item !== null ? Reflect.get(item, key) : undefined
  if (typeof id !== 'string')
    throw new Error(`the demonstration has nothing here: ${JSON.stringify(body).slice(0, 120)}`)
  return id
}
