import { assert } from '@terreau/domain/assert'
import type { JobHeld } from '@terreau/domain/contracts/employment'
import type { TableContent } from '../../primitives/table.ts'
import type { DocumentLocale } from './facts.ts'
import { longDate } from './long-date.ts'
import { textsOf } from './texts.ts'

/** Which jobs were held, from when to when (C. trav. D1234-6, 2°). */
export function jobsTable(jobs: readonly JobHeld[], locale: DocumentLocale): TableContent {
  const { common, employmentCertificate, capePeriodCertificate: texts } = textsOf(locale)
  assert(jobs.length > 0, 'an employment has at least one job')
  return {
    headers: [employmentCertificate.job, common.activity, texts.from, texts.to],
    rows: jobs.map(({ job, startsOn, endsOn, activityName }) => [
      employmentCertificate[job],
      activityName,
      longDate(startsOn, locale),
      endsOn === null ? '' : longDate(endsOn, locale),
    ]),
    total: null,
  }
}
