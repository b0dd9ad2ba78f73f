import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
export const BASE = 'http://localhost:4611'
export const SHOTS = '/tmp/acc/shots/'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]
export async function open(viewport, locale = 'fr-FR') {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
  const context = await browser.newContext({ viewport, locale })
  const page = await context.newPage()
  page.on('console', (m) => {
    if (m.type() === 'error') console.log('console:', m.text().slice(0, 300))
  })
  page.on('pageerror', (e) => console.log('pageerror:', e.message.slice(0, 300)))
  return { browser, context, page }
}
export async function look(page, name) {
  await page.waitForTimeout(400)
  await page.screenshot({ path: SHOTS + name + '.png', fullPage: true })
  const r = await new AxeBuilder({ page }).analyze()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  console.log(
    name,
    'axe',
    r.violations
      .map(
        (v) =>
          v.id +
          ':' +
          v.nodes.length +
          ' ' +
          v.nodes[0].target +
          ' ' +
          (v.nodes[0].any[0]?.message ?? ''),
      )
      .join(' | ') || '0',
    'overflow',
    wide,
    'title',
    await page.title(),
  )
}
