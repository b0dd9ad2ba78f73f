import { readFileSync } from 'node:fs'
import { BASE, look, open } from './zz-acc.mjs'

const { browser, page } = await open({ width: 360, height: 640 })
await page.goto(BASE + '/')
await page.waitForURL('**/installation')
await look(page, '01-installation-360')
await page.getByRole('button', { name: 'Créer la coopérative' }).click()
await look(page, '02-installation-errors-360')
const code = readFileSync('/tmp/acc/data/setup-code', 'utf8').trim()
const fill = async (l, v) => page.getByLabel(l, { exact: false }).first().fill(v)
await page.locator('[name="setupCode"]').fill(code)
const v = {
  'cooperative.name': 'Coopérative Baobab',
  'cooperative.legalForm': 'SCOP SA',
  'cooperative.siren': '123 456 782',
  'cooperative.seatAddress': '1 rue des Ateliers\n93100 Montreuil',
  'cooperative.city': 'Montreuil',
  'cooperative.email': 'contact@baobab.test',
  'cooperative.phone': '01 23 45 67 89',
  'cooperative.signatoryName': 'Fatou Ndiaye',
  'cooperative.signatoryCapacity': 'directrice',
  'direction.displayName': 'Fatou Ndiaye',
  'direction.email': 'fatou@baobab.test',
  'direction.password': 'court',
}
for (const [k, x] of Object.entries(v)) await page.locator(`[name="${k}"]`).fill(x)
await page.getByRole('button', { name: 'Créer la coopérative' }).click()
await page.waitForTimeout(1500)
await look(page, '03-installation-weak-360')
await page.locator('[name="direction.password"]').fill('cheval correct agrafe pile')
await page.getByRole('button', { name: 'Créer la coopérative' }).click()
await page.waitForURL('**/gestion**')
await page.waitForTimeout(1500)
await look(page, '04-after-install-360')
await page.setViewportSize({ width: 1280, height: 800 })
for (const [n, p] of [
  ['reglages', '/gestion/reglages'],
  ['cooperative', '/gestion/reglages/cooperative'],
  ['valeurs', '/gestion/reglages/valeurs'],
  ['contribution', '/gestion/reglages/contribution'],
  ['nouvelle', '/gestion/reglages/contribution/nouvelle'],
  ['devises', '/gestion/reglages/devises'],
  ['equipe', '/gestion/reglages/equipe'],
  ['messages', '/gestion/reglages/messages'],
  ['securite', '/gestion/reglages/securite'],
  ['journal', '/gestion/journal'],
]) {
  await page.goto(BASE + p)
  await page.waitForTimeout(700)
  await look(page, '10-' + n + '-1280')
}
await page.context().storageState({ path: '/tmp/acc/state.json' })
await browser.close()
