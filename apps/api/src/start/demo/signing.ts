import { latestCapeEnd } from '@terreau/domain/contracts/cape'
import { cents } from '@terreau/domain/money/cents'
import { fullName } from '@terreau/domain/names/full-name'
import { addMonthsClamped, type LocalDate } from '@terreau/domain/time/local-date'
import { firstDay, monthOf, nextMonth } from '@terreau/domain/time/year-month'
import type { CapeTerms } from '@terreau/protocol/contract-schemas'
import { createContract } from '../../features/contracts/create-contract.ts'
import { sendContract } from '../../features/contracts/send-contract.ts'
import { decideWork } from '../../features/right-to-work/decide-work.ts'
import { rightToWorkFor } from '../../features/right-to-work/index.ts'
import { answerHireCheck, recordHireCheck } from '../../features/right-to-work/record-hire-check.ts'
import { recordPermit } from '../../features/right-to-work/record-permit.ts'
import { countersign } from '../../features/signatures/countersign.ts'
import { checkPaper, receivePaper } from '../../features/signatures/sign-on-paper.ts'
import { signOnPhone } from '../../features/signatures/sign-on-phone.ts'
import { newSigningCode } from '../../features/signatures/signing-code.ts'
import type { Context } from '../../platform/context.ts'
import { inspectUpload } from '../../platform/uploads/inspect-upload.ts'
import type { Moment } from './calendar.ts'
import type { PlannedContract } from './contract-plan.ts'
import type { DemoPerson } from './people-data.ts'
import { paperPicture } from './receipt-picture.ts'
import { as, asStaff, played, type Scene, type Stage, schemeId } from './stage.ts'

type Play = Scene['play']

/** The acts of a contract that is signed here, on a phone or on paper, with the documents that each one keeps. */
export function signingOf(
  person: DemoPerson,
  planned: PlannedContract,
): { send: Play; sign: Play; handIn: Play; check: Play; countersign: Play } {
  let sent = { signatureId: '', documentSha256: '' }
  return {
    send: async (stage, at) => {
      const contractId = await draft(stage, at, { person, planned, terms: termsOf(person) })
      await settleRightToWork(stage, at, person, planned)
      sent = await sendContract(asStaff(stage, 'adviser', at, 1), { contractId })
    },
    sign: (stage, at) => signAs(stage, at, { key: person.key, position: 1, sent }),
    handIn: async (stage, at) => {
      const name = fullName(person)
      const sheet = await paperPicture('Feuille de signature', [name, `le ${at.today}`, 'signé'])
      await receivePaper(asStaff(stage, 'adviser', at), {
        signatureId: sent.signatureId,
        position: 1,
        signedOn: at.today,
        file: await inspectUpload(sheet, 'feuille-signee.jpg', null),
      })
    },
    check: (stage, at) => {
      const { signatureId } = sent
      return checkPaper(asStaff(stage, 'direction', at), { signatureId, isRight: true, reason: '' })
    },
    countersign: (stage, at) =>
      countersign(asStaff(stage, 'direction', at), { signatures: [sent] }),
  }
}

/** Somebody signs on their phone, with the code of their own address. */
export async function signAs(
  stage: Stage,
  at: Moment,
  of: {
    key: string
    position: number
    sent: { signatureId: string; documentSha256: string }
  },
): Promise<void> {
  const { person, actor } = played(stage, of.key)
  const ctx = as(stage, actor, at)
  const made = await newSigningCode(stage.tx, ctx, {
    requestId: of.sent.signatureId,
    position: of.position,
    route: 'phone',
    documentSha256: Buffer.from(of.sent.documentSha256, 'hex'),
    sentTo: person.email,
  })
  const typedName = fullName(person)
  await signOnPhone(ctx, { ...of.sent, typedName, code: made?.code ?? '' })
}

/** The paper that was shown before the contract is sent, and the decision where the texts leave it open. */
async function settleRightToWork(
  stage: Stage,
  at: Moment,
  person: DemoPerson,
  { kind, startsOn }: PlannedContract,
): Promise<void> {
  const { personId } = played(stage, person.key)
  const ctx = asStaff(stage, 'adviser', at)
  const asked = { personId, contractKind: kind, on: startsOn }
  const before = await rightToWorkFor(stage.tx, ctx, asked)
  if (before.stop === null) return
  const nothing = {
    number: '',
    validFrom: null,
    authorisedFrom: null,
    authorisedUntil: null,
    documentIds: [],
  }
  const isResident = person.key.length % 2 === 0
  await recordPermit(ctx, {
    ...nothing,
    personId,
    kind: isResident ? 'resident_card' : 'other',
    validUntil: addMonthsClamped(startsOn, isResident ? 60 : 48),
    originalSeenOn: at.today,
  })
  const { stop } = await rightToWorkFor(stage.tx, ctx, asked)
  if (stop === null) return
  if (kind === 'CESA') await askPrefecture(ctx, { personId, on: at.today })
  if ((await rightToWorkFor(stage.tx, ctx, asked)).stop === null) return
  const reason = 'Carte lue avec la personne : elle permet d’exercer pour son compte.'
  await decideWork(ctx, { personId, contract: kind, on: startsOn, decision: 'may_work', reason })
}

/** The request to the préfet of the seat and the answer, which come before any decision (R5221-41). */
async function askPrefecture(
  ctx: Context,
  { personId, on }: { personId: string; on: LocalDate },
): Promise<void> {
  const { id } = await recordHireCheck(ctx, { personId, kind: 'prefecture', doneOn: on })
  await answerHireCheck(ctx, { checkId: id, answer: 'authentic', answeredOn: on })
}

/** A contract that cannot be sent yet: the page lists what is missing. */
export function draftUnfinished(stage: Stage, at: Moment, person: DemoPerson): Promise<string> {
  const startsOn = firstDay(nextMonth(nextMonth(monthOf(at.today))))
  const planned = { kind: 'CAPE', sequence: 0, scheme: person.scheme, startsOn } as const
  const complete = termsOf(person)
  const terms = { ...complete, means: [], programme: { ...complete.programme, steps: [] } }
  const endsOn = latestCapeEnd(startsOn)
  return draft(stage, at, { person, planned: { ...planned, endsOn, associateOn: null }, terms })
}

async function draft(
  stage: Stage,
  at: Moment,
  { person, planned, terms }: { person: DemoPerson; planned: PlannedContract; terms: CapeTerms },
): Promise<string> {
  const { personId, activityId } = played(stage, person.key)
  const { startsOn, endsOn, scheme } = planned
  if (endsOn === null) throw new Error('a CAPE has an end')
  const { id } = await createContract(asStaff(stage, 'adviser', at), {
    personId,
    activityId,
    schemeId: schemeId(stage, scheme),
    startsOn,
    endsOn,
    terms,
  })
  return id
}

function termsOf({ activity }: DemoPerson): CapeTerms {
  return {
    programme: {
      objectives: [`Tester l’activité « ${activity} » auprès de vrais clients`, 'Fixer ses prix'],
      steps: [
        'Un rendez-vous chaque mois avec la conseillère',
        'Un bilan écrit tous les trois mois',
        'Un point de gestion avec la comptable chaque semestre',
      ],
    },
    extraCommitments: { coopBefore: [], personBefore: [], coopAfter: [], personAfter: [] },
    activityStartsOn: null,
    means: [
      { name: 'Bureau partagé', amount: '2 jours par semaine', conditions: 'Sur réservation' },
      { name: 'Accompagnement individuel', amount: '12 heures par an', conditions: '' },
    ],
    thirdParties: {
      nature: 'achats de matières premières et location de stands',
      maximumCents: cents(80_000n),
      finalBearer: 'activity',
    },
    declarationDueDay: 5,
    noticeDays: 30,
    monthlyPayBeforeCents: null,
    isFullTimeEmployee: false,
  }
}
