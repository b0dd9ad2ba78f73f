import { safeCells } from '@terreau/domain/anonymity/safe-cells'
import { SITUATIONS, SURVEY_ANSWERS, SURVEY_ROUNDS } from '@terreau/domain/contracts/exit-survey'
import { localDate } from '@terreau/domain/time/local-date'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { exitSurveysEndpoints } from '@terreau/protocol/exit-surveys'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found } from '../../../platform/problem-error.ts'

type View = HandlerOutput<(typeof exitSurveysEndpoints)[0]>[number]
type Figures = HandlerOutput<(typeof exitSurveysEndpoints)[3]>

/** The surveys of a contract that ended, the first round first; 404 in another cooperative. */
export async function contractSurveys(tx: Tx, ctx: Context, contractId: string): Promise<View[]> {
  const { cooperativeId, today } = ctx
  const contract = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', contractId)
    .executeTakeFirst()
  found(contract)
  const rows = await tx
    .selectFrom('exitSurvey as s')
    .leftJoin('exitSurveyAnswer as a', (join) =>
      join.onRef('a.cooperativeId', '=', 's.cooperativeId').onRef('a.surveyId', '=', 's.id'),
    )
    .leftJoin('appUser as u', 'u.id', 'a.recordedBy')
    .select(['s.id', 's.round', 's.askedOn', 's.wasMailed', 's.closesOn'])
    .select(['a.answeredAt', 'a.channel', 'a.isDeclined', 'a.situation', 'a.living', 'a.helped'])
    .select(['a.words', 'u.displayName as who'])
    .where('s.cooperativeId', '=', cooperativeId)
    .where('s.contractId', '=', contractId)
    .orderBy('s.dueOn')
    .execute()
  return rows.map((row) => {
    const closesOn = localDate(row.closesOn)
    return {
      id: row.id,
      round: one(SURVEY_ROUNDS, row.round),
      askedOn: localDate(row.askedOn),
      wasMailed: row.wasMailed,
      closesOn,
      isOpen: row.answeredAt === null && today < closesOn,
      answer:
        row.answeredAt === null
          ? null
          : {
              at: row.answeredAt.toISOString(),
              channel: one(['mailed', 'shared', 'phone'] as const, row.channel),
              who: row.who,
              isDeclined: row.isDeclined === true,
              situation: row.situation === null ? null : one(SITUATIONS, row.situation),
              living: row.living === null ? null : one(SURVEY_ANSWERS, row.living),
              helped: row.helped === null ? null : one(SURVEY_ANSWERS, row.helped),
              words: row.words ?? '',
            },
    }
  })
}

/** What became of those whose last day was in a year, for each round. People are counted once each. */
export async function surveyFigures(
  tx: Tx,
  ctx: Context,
  { year }: { year: number },
): Promise<Figures> {
  const { rows } = await sql<{ round: string; question: string; answer: string; people: number }>`
    select s.round, v.question, coalesce(v.answer, '') as answer,
           count(distinct coalesce(p.merged_into_id, p.id))::integer as people
      from terreau.exit_survey s
      join terreau.contract_exit x on x.cooperative_id = s.cooperative_id and x.contract_id = s.contract_id
      join terreau.contract c on c.cooperative_id = s.cooperative_id and c.id = s.contract_id
      join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id
      left join terreau.exit_survey_answer a on a.cooperative_id = s.cooperative_id and a.survey_id = s.id
     cross join lateral (values ('asked', 'asked'), ('situation', a.situation), ('living', a.living),
            ('helped', a.helped)) v(question, answer)
     where s.cooperative_id = ${ctx.cooperativeId}
       and x.effective_on between make_date(${year}::integer, 1, 1) and make_date(${year}::integer, 12, 31)
     group by s.round, v.question, v.answer`.execute(tx)
  return SURVEY_ROUNDS.map((round) => {
    const count = (question: string, answer: string) =>
      rows.find((row) => row.round === round && row.question === question && row.answer === answer)
        ?.people ?? 0
    const cellsOf = <Key extends string>(question: string, keys: readonly Key[]) => {
      const counts = keys.map((key) => [key, count(question, key)] as const)
      return safeCells(Object.fromEntries(counts) as Record<Key, number>)
    }
    return {
      round,
      asked: cellsOf('asked', ['asked']).total,
      situation: cellsOf('situation', SITUATIONS),
      living: cellsOf('living', SURVEY_ANSWERS),
      helped: cellsOf('helped', SURVEY_ANSWERS),
    }
  })
}

function one<T extends string>(values: readonly T[], text: string | null): T {
  return found(values.find((value) => value === text))
}
