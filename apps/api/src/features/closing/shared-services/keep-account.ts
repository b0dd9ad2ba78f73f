import { fullName, greetedName } from '@terreau/domain/names/full-name'
import { CHANNELS } from '@terreau/domain/pipeline/facts'
import { isWritten } from '@terreau/domain/pipeline/pieces'
import { firstDay } from '@terreau/domain/time/year-month'
import { formatFinancialYear } from '@terreau/i18n/financial-year'
import type { Locale } from '@terreau/protocol/codecs'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { storeFiles } from '../../../platform/files/store.ts'
import { type OutgoingMail, queueMails } from '../../../platform/mail/queue-mail.ts'
import { mutation } from '../../../platform/mutation.ts'
import type { AccountOfYear } from './account-of-year.ts'
import { accountEntity, holdAccount } from './edit-lines.ts'

interface Drawn {
  account: AccountOfYear
  documents: readonly { locale: Locale; bytes: Uint8Array }[]
  sendMails: boolean
}

/** Keeps the drawn account, and tells those whose year it is. */
export const keepAccount = mutation<Drawn, undefined>({
  access: 'system',
  async run(tx, ctx, { account, documents, sendMails }) {
    const { firstMonth, version } = account
    await holdAccount(tx, ctx, firstMonth)
    if (await isKept(tx, ctx, account)) return { value: undefined, audit: 'unchanged' }
    const files = await storeFiles(
      tx,
      ctx,
      documents.map(({ locale, bytes }) => ({
        mediaType: 'application/pdf',
        fileName: `services-communs-${firstMonth}-v${version}-${locale}.pdf`,
        bytes,
      })),
    )
    await tx
      .insertInto('sharedServicesDocument')
      .values(
        documents.map(({ locale }, n) => ({
          ...{ cooperativeId: ctx.cooperativeId, firstMonth, version, locale },
          fileId: files[n]?.id ?? '',
        })),
      )
      .execute()
    const mails = sendMails ? await mailsOf(tx, ctx, account) : []
    return {
      value: undefined,
      audit: [
        {
          action: 'shared-services.drawn',
          entity: accountEntity(firstMonth),
          after: {
            version,
            sha256: files.map((file) => file.sha256.toString('hex')),
            mails: mails.length,
          },
        },
      ],
      jobs: await queueMails(tx, ctx, mails),
    }
  },
})

async function isKept(tx: Tx, ctx: Context, of: AccountOfYear): Promise<boolean> {
  const row = await tx
    .selectFrom('sharedServicesDocument')
    .select('fileId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('firstMonth', '=', of.firstMonth)
    .where('version', '=', of.version)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whoever was under a contract in the year or since, and reads mails; the others find it on their phone. */
async function mailsOf(
  tx: Tx,
  ctx: Context,
  { firstMonth, lastMonth, version, reason }: AccountOfYear,
): Promise<OutgoingMail[]> {
  const { cooperativeId, today } = ctx
  const { rows } = await sql<{
    givenName: string
    familyName: string
    email: string
    locale: string
    channel: string | null
    cooperative: string
  }>`
    select p.given_name, p.family_name, p.email, p.locale, o.name as cooperative,
           (select v.value from terreau.person_fact v
             where v.cooperative_id = p.cooperative_id and v.kind = 'channel'
               and v.valid_from <= ${today}::date
               and v.person_id in (select terreau.file_ids(p.cooperative_id, p.id))
             order by v.valid_from desc, v.recorded_at desc, v.n desc limit 1) as channel
      from terreau.person p
      join terreau.cooperative o on o.id = p.cooperative_id
     where p.cooperative_id = ${cooperativeId} and p.merged_into_id is null and p.erased_n is null
       and p.email <> ''
       and exists (select 1 from terreau.contract c
             where c.cooperative_id = p.cooperative_id
               and c.person_id in (select terreau.file_ids(p.cooperative_id, p.id))
               and c.state = 'active' and c.starts_on <= ${today}::date
               and c.last_on >= ${firstDay(firstMonth)}::date)
     order by p.id`.execute(tx)
  return rows
    .filter(({ channel, email }) =>
      isWritten(CHANNELS.find((one) => one === channel) ?? null, email),
    )
    .map((row) => {
      const locale = row.locale === 'en' ? 'en' : 'fr'
      const params = {
        name: greetedName(row),
        year: formatFinancialYear({ firstMonth, lastMonth }, locale),
        link: `${ctx.services.config.publicUrl}/moi/argent/services-communs`,
        cooperative: row.cooperative,
      }
      const to = { name: fullName(row), address: row.email, locale } as const
      return version === 1
        ? { template: 'shared-services-given', params, to }
        : { template: 'shared-services-corrected', params: { ...params, reason }, to }
    })
}
