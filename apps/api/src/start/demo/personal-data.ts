import { addDays } from '@terreau/domain/time/local-date'
import { createLead } from '../../features/onboarding/leads/create-lead.ts'
import { askExport } from '../../features/personal-data/export/ask-export.ts'
import { placeHold } from '../../features/personal-data/holds/place-hold.ts'
import { type Calendar, CURRENT } from './calendar.ts'
import { asStaff, played, type Scene } from './stage.ts'

/** A contact is kept two years; this one is older, so that the next night has something to erase. */
const FORGOTTEN_DAYS = 800

/** A file under a legal hold, a copy that the jobs make once the product starts, a contact past its length. */
export function personalDataScenes(calendar: Calendar): Scene[] {
  const at = calendar.moment(calendar.day(CURRENT, 3), '15:00')
  return [
    {
      at,
      play: (stage) => {
        const { personId } = played(stage, 'moussa.traore')
        const reason = 'Recours aux prud’hommes, inventé pour la démonstration'
        return placeHold(asStaff(stage, 'direction', at), { personId, reason })
      },
    },
    {
      at,
      play: (stage) => {
        const { personId } = played(stage, 'fatoumata.barry')
        const reason = 'Demande écrite, inventée pour la démonstration'
        return askExport(asStaff(stage, 'direction', at), { personId, reason })
      },
    },
    {
      at,
      play: (stage) =>
        createLead(asStaff(stage, 'adviser', at), {
          givenName: 'Anselme',
          familyName: 'Perdrix',
          email: '',
          phone: '01 99 00 00 99',
          locale: 'fr',
          consentedOn: addDays(calendar.today, -FORGOTTEN_DAYS),
          origin: 'web',
          originName: '',
          isReallyNew: true,
        }),
    },
  ]
}
