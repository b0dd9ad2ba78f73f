import { cancelConvention } from '../../features/activities/cancel-convention.ts'
import { draftConvention } from '../../features/activities/save-convention.ts'
import { sendConvention } from '../../features/activities/send-convention.ts'
import { countersign } from '../../features/signatures/countersign.ts'
import { type Calendar, CURRENT, type Moment, OPEN } from './calendar.ts'
import { signAs } from './signing.ts'
import { asStaff, played, type Scene, type Stage } from './stage.ts'

const CATERERS = ['fatoumata.barry', 'beatrice.ngo-bassa'] as const
const MECHANICS = ['karim.haddad', 'kofi.mensah'] as const
const SOAP_MAKERS = ['rokia.kone', 'ngone.faye'] as const

const TERMS = {
  nature: 'Traiteur pour des fêtes et des marchés, cuisine du Fouta et du Cameroun.',
  paySplit: 'Selon les parts, une fois payés les frais de chacune.',
  clientele: 'Commune. Si l’une part, chacune garde les clients qu’elle a amenés.',
  tradeName: '« Les Deux Marmites ». Le nom reste à celle qui continue.',
  sharedGoods: 'Un triporteur, deux glacières et le fichier des clients.',
}
const BICYCLES = {
  ...TERMS,
  nature: 'Réparation et livraison à vélo, dans un même atelier.',
  tradeName: '« Rayons ». Le nom reste à celui qui garde l’atelier.',
  sharedGoods: 'Un atelier mobile et un vélo cargo.',
}
const UNFINISHED = { nature: 'Savons et beurres de karité.', paySplit: '', clientele: '' }

/**
 * Two caterers share an activity, signed by all; two mechanics have theirs to sign; two soap makers prepare
 * to, and do not say everything yet.
 */
export function sharedActivityScenes(calendar: Calendar): Scene[] {
  let conventionId = ''
  let sent = { signatureId: '', documentSha256: '' }
  const scene = (day: number, play: Scene['play'], month = OPEN): Scene => ({
    at: calendar.moment(calendar.day(month, day), '10:00'),
    play,
  })
  const startsOn = calendar.day(OPEN, 1)
  return [
    scene(2, async (stage, at) => {
      conventionId = await draft(stage, at, CATERERS, { startsOn, terms: TERMS })
      sent = await sendConvention(asStaff(stage, 'adviser', at, 1), { conventionId })
    }),
    ...CATERERS.map((key, index) =>
      scene(3 + index, (stage, at) => signAs(stage, at, { key, position: index + 1, sent })),
    ),
    scene(6, (stage, at) => countersign(asStaff(stage, 'direction', at), { signatures: [sent] })),
    scene(8, async (stage, at) => {
      const terms = { ...UNFINISHED, tradeName: '', sharedGoods: '' }
      const first = await draft(stage, at, SOAP_MAKERS, { startsOn, terms })
      const adviser = asStaff(stage, 'adviser', at)
      await cancelConvention(adviser, { conventionId: first, reason: 'Date à revoir ensemble.' })
      await draft(stage, at, SOAP_MAKERS, { startsOn: calendar.day(CURRENT + 1, 1), terms })
    }),
    scene(
      2,
      async (stage, at) => {
        const begins = calendar.day(CURRENT + 1, 1)
        const id = await draft(stage, at, MECHANICS, { startsOn: begins, terms: BICYCLES })
        await sendConvention(asStaff(stage, 'adviser', at, 1), { conventionId: id })
      },
      CURRENT,
    ),
  ]
}

async function draft(
  stage: Stage,
  at: Moment,
  [first, second]: readonly [string, string],
  content: Pick<Parameters<typeof draftConvention>[1], 'startsOn' | 'terms'>,
): Promise<string> {
  const { activityId, personId } = played(stage, first)
  const shares = [
    { personId, sharePermille: 600 },
    { personId: played(stage, second).personId, sharePermille: 400 },
  ]
  const { id } = await draftConvention(asStaff(stage, 'adviser', at), {
    activityId,
    shares,
    ...content,
  })
  return id
}
