import type { AskedProposal } from '@terreau/protocol/approvals'
import { agreeToApproval } from '../../features/approvals/answer-approval.ts'
import { askApproval } from '../../features/approvals/ask-approval.ts'
import { enterSetting } from '../../features/settings/enter-setting.ts'
import { twoPersonKinds } from '../../features/two-person-kinds.ts'
import { type Calendar, OPEN } from './calendar.ts'
import type { StaffRole } from './cooperative-data.ts'
import { asStaff, type Scene, type Stage } from './stage.ts'

const SOURCE = 'Essai décidé en réunion de direction, inventé pour la démonstration'

/** One day on which the cooperative tried the rule of two persons: a pay export, then the end of the trial. */
export function twoPersonScenes(calendar: Calendar): Scene[] {
  const day = calendar.day(OPEN - 1, 14)
  const at = (time: string) => calendar.moment(day, time)
  const month = calendar.month(OPEN - 2)
  const validFrom = calendar.day(OPEN - 1, 15)
  return [
    {
      at: at('08:00'),
      play: (stage, when) =>
        enterSetting(asStaff(stage, 'direction', when), {
          key: 'two_persons_required',
          validFrom: day,
          value: 1n,
          source: SOURCE,
        }),
    },
    {
      at: at('08:30'),
      play: (stage) =>
        together(stage, ['accountant', 'direction'], at, { act: 'export-pay', month }),
    },
    {
      at: at('09:30'),
      play: (stage) =>
        together(stage, ['direction', 'accountant'], at, {
          act: 'one-person-again',
          validFrom,
          source: SOURCE,
        }),
    },
  ]
}

/** The first role asks, the second one agrees to what it reads. */
async function together(
  stage: Stage,
  [asker, other]: readonly [StaffRole, StaffRole],
  at: (time: string) => Scene['at'],
  asked: AskedProposal,
): Promise<void> {
  const kind = twoPersonKinds.find(({ act }) => act === asked.act)
  if (kind === undefined) throw new Error(`no act is called ${asked.act}`)
  const { approvalId } = await askApproval(asStaff(stage, asker, at('09:30')), { kind, asked })
  const { fingerprint } = await stage.tx
    .selectFrom('approval')
    .select('fingerprint')
    .where('cooperativeId', '=', stage.command.cooperativeId)
    .where('id', '=', approvalId)
    .executeTakeFirstOrThrow()
  await agreeToApproval(asStaff(stage, other, at('10:00')), {
    approvalId,
    fingerprint,
    kinds: twoPersonKinds,
  })
}
