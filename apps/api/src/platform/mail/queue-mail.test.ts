import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  asCommand,
  createTestApp,
  givenCooperative,
  runJob,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { queueMail, sendMailJob } from './queue-mail.ts'

let test: TestApp
let cooperative: TestCooperative
beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
})
afterAll(() => test.close())

async function givenMail(): Promise<string> {
  return asCommand(test, cooperative.id, async (ctx, tx) => {
    const to = { name: 'Awa', address: 'awa@exemple.test', locale: 'fr' } as const
    const params = { name: 'Awa', cooperative: 'Baobab', link: 'http://localhost:3000' }
    return (await queueMail(tx, ctx, { template: 'invitation', params, to })).mailId
  })
}

function rowOf(mailId: string) {
  return asCommand(test, cooperative.id, (_ctx, tx) =>
    tx
      .selectFrom('mail')
      .select(['sentAt', 'lastError'])
      .where('cooperativeId', '=', cooperative.id)
      .where('id', '=', mailId)
      .executeTakeFirstOrThrow(),
  )
}

describe('sending a mail', () => {
  it('delivers it once, however often the job runs', async () => {
    const mailId = await givenMail()
    await runJob(test, sendMailJob, { cooperativeId: cooperative.id, mailId })
    await runJob(test, sendMailJob, { cooperativeId: cooperative.id, mailId })
    expect(test.delivered).toHaveLength(1)
    expect((await rowOf(mailId)).sentAt).not.toBeNull()
  })

  it('keeps why a delivery failed, and asks the queue to try again', async () => {
    const mailId = await givenMail()
    const refused = Object.assign(new Error('secret of the server'), { code: 'EAUTH' })
    const mailer = { isSmtpConfigured: true, deliver: () => Promise.reject(refused) }
    const services = { ...test.services, mailer }
    await expect(
      sendMailJob.run(services, { cooperativeId: cooperative.id, mailId }),
    ).rejects.toThrow()
    expect(await rowOf(mailId)).toEqual({ sentAt: null, lastError: 'EAUTH' })
  })
})
