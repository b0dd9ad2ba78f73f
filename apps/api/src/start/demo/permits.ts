import type { PermitKind } from '@terreau/domain/right-to-work/permit-kinds'
import { addDays } from '@terreau/domain/time/local-date'
import { recordHireCheck } from '../../features/right-to-work/record-hire-check.ts'
import { recordPermit } from '../../features/right-to-work/record-permit.ts'
import { type Calendar, CURRENT } from './calendar.ts'
import { AWA } from './enter-contracts.ts'
import type { DemoPerson } from './people-data.ts'
import { asStaff, played, type Scene } from './stage.ts'

interface DemoPermit {
  key: string
  kind: PermitKind
  /** Days from the filling to the last day of the paper; null when it does not end. */
  endsIn: number | null
  /** The proof that spares the request to the préfet was shown. */
  isJobSeeker?: boolean
}

/** Papers in every state: far from their end, near it, over, without end. All numbers are invented. */
const PERMITS: readonly DemoPermit[] = [
  { key: AWA, kind: 'job_search_creation', endsIn: 85, isJobSeeker: true },
  { key: 'moussa.traore', kind: 'resident_card', endsIn: 1_900 },
  { key: 'fatoumata.barry', kind: 'talent', endsIn: 24 },
  { key: 'aissatou.diallo', kind: 'private_family_life', endsIn: -3 },
  { key: 'zainaba.mohamed', kind: 'french', endsIn: null },
  { key: 'ibrahima.sylla', kind: 'employee', endsIn: 300 },
  // Nobody wrote its end: staff are asked for it.
  { key: 'karim.haddad', kind: 'other', endsIn: null },
]

/** What direction and advisers recorded of the papers that people showed. */
export function permitScenes(calendar: Calendar, people: readonly DemoPerson[]): Scene[] {
  const at = calendar.moment(calendar.day(CURRENT, 3), '14:00')
  const known = PERMITS.filter(({ key }) => people.some((person) => person.key === key))
  return known.map((permit, n) => ({
    at,
    play: async (stage) => {
      const { personId } = played(stage, permit.key)
      const ctx = asStaff(stage, 'adviser', at)
      const { endsIn } = permit
      await recordPermit(ctx, {
        personId,
        kind: permit.kind,
        number: endsIn === null ? '' : `INVENTE${String(n + 1).padStart(4, '0')}`,
        validFrom: endsIn === null ? null : addDays(calendar.today, endsIn - 365),
        validUntil: endsIn === null ? null : addDays(calendar.today, endsIn),
        originalSeenOn: at.today,
        authorisedFrom: null,
        authorisedUntil: null,
        documentIds: [],
      })
      if (permit.isJobSeeker === true)
        await recordHireCheck(ctx, { personId, kind: 'job_seeker', doneOn: at.today })
    },
  }))
}
