import type { DatedParameter } from '../legal/dated-parameter.ts'
import { localDate } from '../time/local-date.ts'

/** What the law leaves open, or what was not read in a source: decided by each cooperative. */
export type ClockSettings = {
  /** Days from the event within which a notice is to leave: "dès la conclusion" (R5142-1). */
  readonly noticeTargetDays: number
  /** Days from the event after which a missing notice is an alarm. */
  readonly noticeAlertDays: number
  /** Whether absences prolong the trial (case law). [MEM] */
  readonly doAbsencesProlongTrial: boolean
  /** Department of the seat, for its own public holidays: '67', '974'; '' for the common ones. */
  readonly department: string
}

/** What applies as long as a cooperative has decided nothing else. */
export const DEFAULT_CLOCK_SETTINGS: DatedParameter<ClockSettings> = [
  {
    from: localDate('1900-01-01'),
    value: {
      noticeTargetDays: 0,
      noticeAlertDays: 3,
      doAbsencesProlongTrial: true,
      department: '',
    },
    source: 'C. trav. R5142-1 fixes no number of days; prolongation of a trial: case law [MEM]',
  },
]
