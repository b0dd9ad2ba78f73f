import type { Clock } from '@terreau/domain/clocks/clock'
import { clocksOf } from '@terreau/domain/clocks/clocks-of'
import { countOfInterview } from '@terreau/domain/clocks/counted-interviews'
import { careerRefusals } from '@terreau/domain/clocks/refusals'
import { CLOCK_RULES } from '@terreau/domain/clocks/rules'
import { type ClockSettings, DEFAULT_CLOCK_SETTINGS } from '@terreau/domain/clocks/settings'
import { valueOn } from '@terreau/domain/legal/dated-parameter'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { PARIS } from '@terreau/domain/time/zoned-day'
import { careerRefusalText, describeClock, uncountedInterviewText } from '@terreau/i18n/clocks'
import { careerFileProblem, commandLineWords } from '@terreau/i18n/command-line'
import {
  type CareerFile,
  careerFile,
  careerFileSchema,
  careerOfFile,
} from '@terreau/protocol/career-file'
import type { Locale } from '@terreau/protocol/codecs'
import { readStrictJson } from '@terreau/protocol/strict-json'
import { createClock } from '../platform/clock.ts'
import { type Command, type CommandCall, UsageError } from './command.ts'
import { readOptions } from './options.ts'
import { readText } from './read-text.ts'

/** More than any file that the schema allows. */
const MOST_BYTES = 10_000_000

const EXAMPLE = {
  today: '2025-02-01',
  contracts: [
    { id: 'A', kind: 'CAPE', start: '2024-01-15', end: '2025-01-14' },
    { id: 'B', kind: 'CESA', start: '2025-01-15' },
  ],
  suspensions: [{ contract: 'B', start: '2025-03-01', end: '2025-03-10', reason: 'maladie' }],
  interviews: [{ date: '2025-06-02', signedOn: '2025-06-04', contract: 'B' }],
  permits: [{ kind: 'salarié', end: '2026-05-01' }],
  assembliesOn: ['2025-05-30'],
}

/** Computes every legal clock of a career written as JSON, without any database. */
export const clocksCommand: Command = {
  name: 'clocks',
  example: `${JSON.stringify(EXAMPLE, null, 2)}\n`,
  async run(call) {
    const { flags, positionals } = readOptions(call, { schema: { type: 'boolean' } })
    if (flags.has('schema')) {
      call.out.print(JSON.stringify(careerFileSchema(), null, 2))
      return 0
    }
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) {
      throw new UsageError(commandLineWords(call.locale)('clocks.fileWanted'))
    }
    const file = readCareer(path, call)
    if (file === null) return 1
    call.out.print(JSON.stringify(answer(file, call.locale), null, 2))
    return 0
  },
}

/** The file, or null once its problems are said, one a line: `contracts[0].end: …`. */
function readCareer(path: string, { out, locale }: CommandCall): CareerFile | null {
  const words = commandLineWords(locale)
  const read = readText(path, MOST_BYTES)
  if (!read.ok) {
    const megabytes = String(MOST_BYTES / 1_000_000)
    out.warn(words(`clocks.text.${read.problem}`, { file: path, megabytes }))
    return null
  }
  const json = readStrictJson(read.text)
  if (!json.ok) {
    const { problem, line, column } = json
    const place = problem === 'key-twice' ? `${placeOf(json.path)}: ` : ''
    out.warn(`${place}${words(`clocks.${problem}`, { line, column })}`)
    return null
  }
  const parsed = careerFile.safeParse(json.value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const options = 'values' in issue ? issue.values.map(String).join(', ') : ''
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : ['']
    for (const key of keys) {
      const place = placeOf(key === '' ? issue.path : [...issue.path, key])
      const code = key === '' ? issue.message : 'key-unknown'
      out.warn(`${place}: ${careerFileProblem(locale, code, { options })}`)
    }
  }
  out.warn(words('clocks.refused'))
  return null
}

function placeOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
  return text.join('').replace(/^\./, '') || '$'
}

function answer(file: CareerFile, locale: Locale) {
  const today = file.today ? localDate(file.today) : createClock().today(PARIS)
  const career = careerOfFile(file)
  const clocks = clocksOf(career, today, { settings: settingsOf(file, today) })
  return {
    today,
    clocks: clocks.map((clock) => printed(clock, locale)),
    refusals: careerRefusals(career, clocks).map(({ code, contractId, article, params }) => ({
      code,
      contract: contractId,
      article,
      message: careerRefusalText(locale, code, params),
      params,
    })),
    interviewsNotCounted: (career.interviews ?? []).flatMap((interview, at) => {
      const { contractId, reason } = countOfInterview(interview, career, today)
      if (reason === null) return []
      const { article } = CLOCK_RULES.interviews
      const place = placeOf(['interviews', at])
      const message = uncountedInterviewText(locale, reason, interview.on)
      return [{ place, date: interview.on, contract: contractId, reason, article, message }]
    }),
  }
}

function settingsOf(file: CareerFile, today: LocalDate): ClockSettings {
  const usual = valueOn(DEFAULT_CLOCK_SETTINGS, today).value
  const own = file.settings
  return {
    noticeTargetDays: own?.noticeTargetDays ?? usual.noticeTargetDays,
    noticeAlertDays: own?.noticeAlertDays ?? usual.noticeAlertDays,
    doAbsencesProlongTrial: own?.absencesProlongTrial ?? usual.doAbsencesProlongTrial,
    department: own?.department ?? usual.department,
  }
}

function printed({ contractId, permitId, ...clock }: Clock, locale: Locale) {
  const { name, why, effect } = describeClock(locale, { ...clock })
  const { kind, ...rest } = clock
  return { kind, name, contract: contractId, permit: permitId, ...rest, why, effect }
}
