import { dayInZone } from '@terreau/domain/time/zoned-day'
import { SIDES } from '@terreau/domain/tutoring/agreement'
import { formatDate } from '@terreau/i18n/format'
import { documentModel } from '@terreau/pdf/document-kinds'
import type { WordSheetFacts } from '@terreau/pdf/documents/word-sheet/model'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found } from '../../../platform/problem-error.ts'
import { logoOf, printedCooperative } from '../../settings/index.ts'
import { sheetTranslator } from '../engagement/evidence-sheet.ts'
import { deciderId } from '../own-hours.ts'
import type { Agreement } from './agreement-queries.ts'

/** The agreement on paper, in the language of the cooperative's papers: what was agreed and who said so when. */
export async function agreementPaper(
  tx: Tx,
  ctx: Context,
  agreement: Agreement,
): Promise<Uint8Array> {
  const { issuer } = await printedCooperative(tx, ctx.cooperativeId)
  const wording = found(agreement.wording)
  const t = sheetTranslator('fr')
  const long = (day: string) => formatDate(day, 'fr', 'long')
  const signer = await tx
    .selectFrom('appUser')
    .select('displayName')
    .where('id', '=', deciderId(ctx))
    .executeTakeFirst()
  const said = SIDES.map((side) => {
    const answer = found(agreement.answers.findLast((one) => one.side === side))
    return [
      agreement[side].name,
      t(`agreement.${side}`),
      t(`agreement.by.${answer.channel}`),
      long(dayInZone(new Date(answer.at), ctx.zone)),
    ]
  })
  const facts: WordSheetFacts = {
    issuer,
    number: t('agreement.reference', { version: agreement.version }),
    title: t('agreement.title'),
    subtitle: t('agreement.subtitle', { tutor: agreement.tutor.name, tutee: agreement.tutee.name }),
    identity: [
      { label: t('agreement.tutor'), value: agreement.tutor.name },
      { label: t('agreement.tutee'), value: agreement.tutee.name },
      { label: t('agreement.rhythm'), value: t(`agreement.rhythms.${wording.rhythm}`) },
      {
        label: t('agreement.duration'),
        value: t('agreement.period', {
          months: wording.months,
          from: long(wording.startsOn),
          to: long(wording.endsOn),
        }),
      },
    ],
    sections: [
      { heading: t('agreement.aim'), sentences: [wording.aim], table: null },
      {
        heading: t('agreement.confidentiality'),
        sentences: [wording.confidentiality],
        table: null,
      },
      { heading: t('agreement.stopping'), sentences: [wording.stopping], table: null },
      {
        heading: t('agreement.accepted'),
        sentences: [t('agreement.howAccepted')],
        table: {
          content: {
            headers: [t('agreement.name'), t('agreement.as'), t('agreement.how'), t('day')],
            rows: [
              ...said,
              [
                signer?.displayName ?? '',
                t('agreement.cooperative'),
                t('agreement.by.account'),
                long(ctx.today),
              ],
            ],
            total: null,
          },
          shape: { widths: [4, 3, 4, 3], firstFigureColumn: 4 },
        },
      },
    ],
    signatures: null,
  }
  const model = documentModel('word-sheet', facts, 'fr')
  return ctx.services.pdf.render(
    'word-sheet',
    model,
    ctx.now,
    undefined,
    await logoOf(tx, ctx.cooperativeId),
  )
}
