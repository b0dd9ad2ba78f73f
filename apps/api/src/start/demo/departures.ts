import { addDays, laterOf } from '@terreau/domain/time/local-date'
import { endContract } from '../../features/contracts/life/end-contract.ts'
import { recordAnswer } from '../../features/contracts/surveys/answer-survey.ts'
import { askSurvey, surveysToAsk } from '../../features/contracts/surveys/ask-survey.ts'
import type { Calendar } from './calendar.ts'
import { asCommand, asStaff, played, type Scene, type Stage } from './stage.ts'

/** Who left half a year ago (`contract-life.ts`); who left at the end of the open month, and reads no mail. */
const LONG_GONE = 'julien.besson'
const JUST_GONE = 'rachida.cherif'

type Answer = Omit<Parameters<typeof recordAnswer>[1], 'surveyId'>

/**
 * What becomes of people who left: one answered at the exit and is asked again half a year later, one
 * left a short while ago and has answered on the phone.
 */
export function departureScenes(calendar: Calendar): Scene[] {
  const at = (month: number, day: number, time: string) =>
    calendar.moment(laterOf(calendar.day(month, day), addDays(calendar.adoptedOn, 2)), time)
  const ended = at(12, 20, '16:40')
  return [
    { at: at(7, 3, '04:10'), play: ask },
    { at: at(7, 9, '10:30'), play: (stage, moment) => answer(stage, moment, LONG_GONE, COMPANY) },
    { at: ended, play: hire },
    { at: at(12, 31, '04:10'), play: ask },
    { at: at(13, 1, '04:20'), play: ask },
    { at: at(13, 1, '15:05'), play: (stage, moment) => answer(stage, moment, JUST_GONE, EMPLOYED) },
  ]

  /** Somebody found a job and leaves before the term. */
  async function hire(stage: Stage): Promise<void> {
    const contract = await lastContract(stage, JUST_GONE)
    await endContract(asStaff(stage, 'adviser', ended, contract.version), {
      contractId: contract.id,
      reason: 'to_employment',
      effectiveOn: calendar.day(12, 31),
      note: 'Embauchée comme médiatrice par la ville',
    })
  }
}

const COMPANY: Answer = {
  isDeclined: false,
  situation: 'own_company',
  living: 'partly',
  helped: 'yes',
  words: 'Les rendez-vous chaque mois m’ont appris à faire mes prix.',
}
const EMPLOYED: Answer = {
  isDeclined: false,
  situation: 'employed',
  living: 'no',
  helped: 'yes',
  words: '',
}

/** Everybody who is to be asked on that day, as the nightly job asks them. */
async function ask(stage: Stage, at: Scene['at']): Promise<void> {
  const ctx = asCommand(stage, at)
  for (const { contractId, round } of await surveysToAsk(stage.tx, ctx))
    await askSurvey(ctx, { contractId, round })
}

/** What somebody said on the phone about the round that is open. */
async function answer(stage: Stage, at: Scene['at'], key: string, given: Answer): Promise<void> {
  const contract = await lastContract(stage, key)
  const survey = await stage.tx
    .selectFrom('exitSurvey')
    .select('id')
    .where('cooperativeId', '=', stage.command.cooperativeId)
    .where('contractId', '=', contract.id)
    .orderBy('askedOn', 'desc')
    .executeTakeFirst()
  if (survey === undefined) return
  await recordAnswer(asStaff(stage, 'adviser', at), { surveyId: survey.id, ...given })
}

function lastContract(stage: Stage, key: string) {
  return stage.tx
    .selectFrom('contract')
    .select(['id', 'version'])
    .where('cooperativeId', '=', stage.command.cooperativeId)
    .where('personId', '=', played(stage, key).personId)
    .where('state', '=', 'active')
    .orderBy('startsOn', 'desc')
    .executeTakeFirstOrThrow()
}
