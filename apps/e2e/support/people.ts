import type { APIRequestContext, Page } from '@playwright/test'
import { demoUrl } from './workers.ts'

export type Role = 'direction' | 'adviser' | 'accountant' | 'tester' | 'tutor' | 'observer'

/** Signs in as a role of the demonstration, as its button on the sign-in page does. */
export async function signInAs(page: Page, role: Role): Promise<void> {
  const origin = new URL(page.url() === 'about:blank' ? baseUrl() : page.url()).origin
  const answer = await page.request.post('/api/sign-in/demo', {
    data: { role },
    headers: { origin },
  })
  if (!answer.ok()) throw new Error(`signing in as ${role} answered ${answer.status()}`)
}

function baseUrl(): string {
  const url = demoUrl()
  if (url === undefined) throw new Error('the global set-up gives the addresses')
  return url
}

/** The last mail whose text matches, as the direction reads it on the page of messages. */
export async function lastMail(request: APIRequestContext, pattern: RegExp): Promise<string> {
  const end = Date.now() + 10_000
  while (Date.now() < end) {
    const answer = await request.get('/api/mails')
    const { mails }: { mails: { body: string }[] } = await answer.json()
    const found = mails.find((mail) => pattern.test(mail.body))
    if (found) return found.body
    await new Promise((done) => setTimeout(done, 300))
  }
  throw new Error(`no mail matches ${pattern}`)
}
