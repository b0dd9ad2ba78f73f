import { yearMonth } from '@terreau/domain/time/year-month'
import { documentModel } from '@terreau/pdf/document-kinds'
import type { Locale } from '@terreau/protocol/codecs'
import { z } from 'zod'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { printedCooperative } from '../../settings/index.ts'
import { accountDocument } from './account-document.ts'
import { accountOfYear } from './account-of-year.ts'
import { keepAccount } from './keep-account.ts'

const LOCALES: readonly Locale[] = ['fr', 'en']

/** Draws the account that was given, in each language; then people are told. Drawing it twice keeps one. */
export const drawAccountJob = defineJob({
  name: 'shared-services',
  payload: z.object({
    cooperativeId: z.uuid(),
    firstMonth: z.string(),
    version: z.number().int(),
    sendMails: z.boolean(),
  }),
  async handle({ services, payload, act }) {
    const { version, sendMails } = payload
    const firstMonth = yearMonth(payload.firstMonth)
    const { account, cooperative, zone } = await act(async (ctx, tx) => ({
      account: await accountOfYear(tx, ctx, { firstMonth, version }),
      cooperative: await printedCooperative(tx, ctx.cooperativeId),
      zone: ctx.zone,
    }))
    if (account.given === null || account.given.documents.length > 0) return
    const createdAt = new Date(account.given.at)
    const documents = await Promise.all(
      LOCALES.map(async (locale) => {
        const model = documentModel(
          'word-sheet',
          accountDocument(account, cooperative, { locale, zone }),
          locale,
        )
        return { locale, bytes: await services.pdf.render('word-sheet', model, createdAt) }
      }),
    )
    await act((ctx) => keepAccount(ctx, { account, documents, sendMails }))
  },
})
