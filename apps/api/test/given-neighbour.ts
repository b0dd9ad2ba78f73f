import { createHash, randomUUID } from 'node:crypto'
import { ROLES } from '@terreau/domain/access/roles'
import { givenDeclaration, givenScheme, givenTester } from './given-money.ts'
import { insertAgreement } from './given-neighbour-agreement.ts'
import { insertTutorBadges } from './given-neighbour-badge.ts'
import { givenConvention } from './given-neighbour-convention.ts'
import { insertExpenseAct } from './given-neighbour-expense.ts'
import { givenInterview } from './given-neighbour-interview.ts'
import { insertNeed } from './given-neighbour-need.ts'
import { givenOnboarding } from './given-neighbour-onboarding.ts'
import { insertOperation } from './given-neighbour-operation.ts'
import { givenPaySlip } from './given-neighbour-pay.ts'
import { givenPersonalData } from './given-neighbour-personal-data.ts'
import { givenNeighbourRegister } from './given-neighbour-register.ts'
import { insertSharedServices, SHARED_YEAR } from './given-neighbour-shared-services.ts'
import { insertExitSurvey } from './given-neighbour-survey.ts'
import { queryAsOwner } from './query-as-owner.ts'
import { type Caller, call, givenCooperative, givenUser, type TestApp } from './test-app.ts'

export interface Neighbour {
  id: string
  direction: Caller
  /** Somebody of theirs with every role, who is also the person of the rows. */
  everything: Caller
  /** A real id of the neighbour for each parameter of a path. */
  idFor(path: string, param: string): string | undefined
}

/** Another cooperative with one of everything that a path can name. */
export async function givenNeighbour(test: TestApp): Promise<Neighbour> {
  const cooperative = await givenCooperative(test, 'Coopérative Karité')
  const direction = await givenUser(test, cooperative, ['direction', 'adviser'])
  const scheme = await givenScheme(test, cooperative)
  const tester = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
  const other = await givenTester(test, cooperative, scheme)
  const declarationId = await givenDeclaration(test, cooperative, tester, '2026-10')
  const rows = { cooperativeId: cooperative.id, declarationId, userId: direction.userId }
  const papers = await insertPapers(test, rows)
  const attestation = await call(test, direction, 'POST /attestations', {
    body: { kind: 'cape_entry', personId: tester.personId, locale: 'fr' },
  })
  const batch = await call(test, direction, 'POST /attestation-batches', {
    body: { kind: 'cape_entry', personIds: [tester.personId], locale: null },
  })
  const tutoring = await insertTutoring(test, cooperative.id, tester.personId, other.personId)
  await queryAsOwner(test, 'update terreau.tutoring_session set voice_file_id = $2 where id = $1', [
    tutoring.tutoringSessionId,
    papers.fileId,
  ])
  await insertAgreement(test, { ...rows, relationId: tutoring.relationId })
  const [session] = await queryAsOwner<{ id: string }>(
    test,
    'select id from terreau.session where user_id = $1',
    [direction.userId],
  )
  const guarded = await insertPermit(test, { ...rows, personId: tester.personId })
  const signatureId = await insertSignature(test, direction, cooperative.id, tester)
  const merged = await givenTester(test, cooperative, scheme)
  const welcomed = await givenOnboarding(test, direction, {
    cooperativeId: cooperative.id,
    personId: tester.personId,
    otherId: other.personId,
    mergedId: merged.personId,
  })
  const conventionId = await givenConvention(test, direction, {
    activityId: tester.activityId,
    people: [tester.personId, other.personId],
  })
  await givenNeighbourRegister(test, {
    ...rows,
    contractId: tester.contractId,
    personId: tester.personId,
  })
  const sharedLineId = await insertSharedServices(test, rows)
  const ids: Record<string, string | undefined> = {
    firstMonth: SHARED_YEAR,
    surveyId: await insertExitSurvey(test, { ...rows, contractId: other.contractId }),
    conventionId,
    interviewId: await givenInterview(test, direction, tester.personId),
    ...guarded,
    ...welcomed,
    ...papers,
    ...(await givenPaySlip(test, { ...rows, contractId: tester.contractId })),
    ...(await givenPersonalData(test, { ...rows, personId: tester.personId })),
    approvalId: await insertApproval(test, cooperative.id, direction.userId),
    confirmationId: await insertConfirmation(test, { ...rows, declarationId }),
    expenseExportId: await insertExpenseAct(test, { ...rows, declarationId }),
    vehicleId: await insertVehicle(test, { ...rows, personId: tester.personId }),
    contactId: await insertDeclarationContact(test, { ...rows, personId: tester.personId }),
    situationId: await insertSituation(test, { ...rows, personId: tester.personId }),
    suspensionId: await insertSuspension(test, { ...rows, contractId: tester.contractId }),
    amendmentId: await insertAmendment(test, { ...rows, contractId: tester.contractId }),
    attestationId: attestation.body.id,
    relationId: tutoring.relationId,
    hostId: tutoring.hostId,
    badgeId: await insertTutorBadges(test, {
      cooperativeId: cooperative.id,
      personId: tester.personId,
      userId: direction.userId,
      hostId: tutoring.hostId,
    }),
    needId: await insertNeed(test, { ...rows, personId: tester.personId }),
    operationId: await insertOperation(test, { ...rows, ...papers, personId: tester.personId }),
    batchId: batch.body.id,
    requestId: await insertAttestationRequest(test, cooperative.id, tester.personId),
    personId: tester.personId,
    activityId: tester.activityId,
    contractId: tester.contractId,
    signatureId,
    id: declarationId,
    // Addresses name a line beside its declaration, and the declaration is what they look for first.
    lineId: randomUUID(),
    userId: direction.userId,
    sessionId: session?.id,
  }
  return {
    id: cooperative.id,
    direction,
    everything: await givenUser(test, cooperative, ROLES, { personId: tester.personId }),
    idFor: (path, param) => {
      if (param === 'sessionId' && path.includes('/tutoring/')) return tutoring.tutoringSessionId
      if (param === 'lineId' && path.startsWith('/shared-services/')) return sharedLineId
      return ids[/:questionId.voice$/.test(path) && param === 'questionId' ? 'spokenId' : param]
    },
  }
}

async function insertApproval(
  test: TestApp,
  cooperativeId: string,
  userId: string,
): Promise<string> {
  const id = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.approval (cooperative_id, id, act, target, proposal, fingerprint, asked_by)
     values ($1, $2, 'export-pay', '2026-10', '{"act": "export-pay", "month": "2026-10"}', repeat('0', 64), $3)`,
    [cooperativeId, id, userId],
  )
  return id
}

async function insertAttestationRequest(
  test: TestApp,
  cooperativeId: string,
  personId: string,
): Promise<string> {
  const id = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.attestation_request (cooperative_id, id, person_id, kind)
     values ($1, $2, $3, 'employment')`,
    [cooperativeId, id, personId],
  )
  return id
}

async function insertConfirmation(
  test: TestApp,
  at: { cooperativeId: string; declarationId: string; userId: string },
): Promise<string> {
  await queryAsOwner(
    test,
    `insert into terreau.declaration_confirmation (cooperative_id, declaration_id, n, answer, words, lines_digest, answered_by)
     values ($1, $2, 1, 'no', 'pas moi', repeat('0', 64), $3)`,
    [at.cooperativeId, at.declarationId, at.userId],
  )
  return at.declarationId
}

async function insertVehicle(
  test: TestApp,
  at: { cooperativeId: string; personId: string; userId: string },
): Promise<string> {
  const id = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.vehicle (cooperative_id, id, person_id, kind, label, fiscal_horsepower, from_on, recorded_by)
     values ($1, $2, $3, 'car', 'Kangoo', 5, '2026-01-01', $4)`,
    [at.cooperativeId, id, at.personId, at.userId],
  )
  return id
}

async function insertDeclarationContact(
  test: TestApp,
  at: { cooperativeId: string; personId: string; userId: string },
): Promise<string> {
  const id = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.declaration_contact (cooperative_id, id, person_id, month, kind, channel, answer, step,
       note, done_on, done_by)
     values ($1, $2, $3, '2026-10', 'call', 'phone', 'needs_help', 'meet', 'demain', '2026-11-02', $4)`,
    [at.cooperativeId, id, at.personId, at.userId],
  )
  return id
}

async function insertSituation(
  test: TestApp,
  at: { cooperativeId: string; personId: string },
): Promise<string> {
  const id = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.person_situation (cooperative_id, id, person_id, kind, from_month, proof)
     values ($1, $2, $3, 'social_minimum', '2026-10', 'Attestation CAF')`,
    [at.cooperativeId, id, at.personId],
  )
  return id
}

async function insertSuspension(
  test: TestApp,
  at: { cooperativeId: string; contractId: string; userId: string },
): Promise<string> {
  const id = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.contract_suspension (cooperative_id, id, contract_id, reason, starts_on, created_by)
     values ($1, $2, $3, 'sickness', '2026-10-01', $4)`,
    [at.cooperativeId, id, at.contractId, at.userId],
  )
  return id
}

async function insertAmendment(
  test: TestApp,
  at: { cooperativeId: string; contractId: string; userId: string },
): Promise<string> {
  const id = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.contract_amendment (cooperative_id, id, contract_id, n, effective_on, reason, created_by)
     values ($1, $2, $3, 1, '2026-10-01', 'Décision', $4)`,
    [at.cooperativeId, id, at.contractId, at.userId],
  )
  return id
}

async function insertPapers(
  test: TestApp,
  at: { cooperativeId: string; declarationId: string; userId: string },
): Promise<Record<'receiptId' | 'questionId' | 'spokenId' | 'documentId' | 'fileId', string>> {
  const [fileId, receiptId, questionId, documentId] = [0, 1, 2, 3].map(() => randomUUID())
  const spokenId = randomUUID()
  const sha256 = createHash('sha256').update('x').digest()
  const { cooperativeId, declarationId, userId } = at
  await queryAsOwner(
    test,
    `insert into terreau.stored_file (cooperative_id, id, sha256, media_type, file_name, bytes)
     values ($1, $2, $3, 'image/png', 'x.png', 'x')`,
    [cooperativeId, fileId, sha256],
  )
  await queryAsOwner(
    test,
    `insert into terreau.document (cooperative_id, id, person_id, kind)
     select $1, $2, person_id, 'receipt' from terreau.declaration where id = $3`,
    [cooperativeId, documentId, declarationId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.document_version (cooperative_id, document_id, version, file_id)
     values ($1, $2, 1, $3)`,
    [cooperativeId, documentId, fileId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.paper_alert (cooperative_id, document_id, last_day, days, alerted_on,
       was_person_mailed, was_referent_mailed)
     values ($1, $2, '2027-01-31', 60, '2026-11-02', true, false)`,
    [cooperativeId, documentId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.receipt (cooperative_id, declaration_id, id, line_id, document_id)
     values ($1, $2, $3, gen_random_uuid(), $4)`,
    [cooperativeId, declarationId, receiptId, documentId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.question (cooperative_id, declaration_id, id, asked_by, text, answer, voice_file_id)
     values ($1, $2, $3, $5, 'Pourquoi ?', null, null), ($1, $2, $4, $5, 'Pour qui ?', '', $6)`,
    [cooperativeId, declarationId, questionId, spokenId, userId, fileId],
  )
  return {
    receiptId: receiptId ?? '',
    questionId: questionId ?? '',
    spokenId,
    documentId: documentId ?? '',
    fileId: fileId ?? '',
  }
}

async function insertPermit(
  test: TestApp,
  at: { cooperativeId: string; personId: string; userId: string },
): Promise<{ permitId: string; checkId: string }> {
  const [permitId, checkId] = [randomUUID(), randomUUID()]
  const { cooperativeId, personId, userId } = at
  await queryAsOwner(
    test,
    `insert into terreau.permit (cooperative_id, id, person_id, kind, valid_until, recorded_by)
     values ($1, $2, $3, 'talent', '2027-01-31', $4)`,
    [cooperativeId, permitId, personId, userId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.permit_alert (cooperative_id, permit_id, last_day, days, alerted_on,
       was_person_mailed, was_referent_mailed)
     values ($1, $2, '2027-01-31', 90, '2026-11-02', true, false)`,
    [cooperativeId, permitId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.hire_check (cooperative_id, id, person_id, kind, done_on, recorded_by)
     values ($1, $2, $3, 'prefecture', '2026-10-30', $4)`,
    [cooperativeId, checkId, personId, userId],
  )
  return { permitId, checkId }
}

async function insertSignature(
  test: TestApp,
  direction: Caller,
  cooperativeId: string,
  of: { personId: string; contractId: string },
): Promise<string> {
  const [id, fileId] = [randomUUID(), randomUUID()]
  const { contractId, personId } = of
  const template = { kind: 'cape_entry', locale: 'fr', body: 'Document à signer' } as const
  const query = { ...template, personId }
  const drawn = await call(test, direction, 'GET /attestation-templates/preview', { query })
  await queryAsOwner(
    test,
    `insert into terreau.stored_file (cooperative_id, id, sha256, media_type, file_name, bytes)
     values ($1, $2, sha256($3), 'application/pdf', 'contrat.pdf', $3)`,
    [cooperativeId, fileId, Buffer.from(await drawn.bytes())],
  )
  await queryAsOwner(
    test,
    `insert into terreau.signature_request (cooperative_id, id, reference, subject_kind, subject_id, title,
       summary, file_id, document_sha256, opened_by, expires_on)
     select $1, $2, 'SIG-2026-0001', 'contract', $3, 'Contrat', '{"fr": [], "en": []}', f.id, f.sha256,
            'cli:test', '2026-12-31' from terreau.stored_file f where f.cooperative_id = $1 and f.id = $4`,
    [cooperativeId, id, contractId, fileId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.signature_party (cooperative_id, request_id, position, side, person_id,
       printed_name, state, asked_at)
     values ($1, $2, 1, 'person', $3, 'Awa', 'asked', now())`,
    [cooperativeId, id, of.personId],
  )
  return id
}

async function insertTutoring(
  test: TestApp,
  cooperativeId: string,
  tutorId: string,
  tuteeId: string,
): Promise<{ tutoringSessionId: string; relationId: string; hostId: string }> {
  const relationId = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_relation (cooperative_id, id, tutor_person_id, tutee_person_id, started_on)
     values ($1, $2, $3, $4, '2026-10-01')`,
    [cooperativeId, relationId, tutorId, tuteeId],
  )
  const sessionId = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_session (cooperative_id, id, tutor_person_id, held_on, minutes, mode, voice_file_id)
     select $1, $2, $3, '2026-10-05', 60, 'phone', id from terreau.stored_file where cooperative_id = $1 limit 1`,
    [cooperativeId, sessionId, tutorId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_part (cooperative_id, session_id, tutor_person_id, tutee_person_id)
     values ($1, $2, $3, $4)`,
    [cooperativeId, sessionId, tutorId, tuteeId],
  )
  const hostId = randomUUID()
  const host = `insert into terreau.host_structure (cooperative_id, id, name, form) values ($1, $2, 'Club', 'association')`
  await queryAsOwner(test, host, [cooperativeId, hostId])
  return { tutoringSessionId: sessionId, relationId, hostId }
}
