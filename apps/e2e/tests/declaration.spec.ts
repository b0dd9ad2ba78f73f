import { expect, type Page, test } from '@playwright/test'
import { picture, settled } from '../support/look.ts'
import { signInAs } from '../support/people.ts'

test.use({ viewport: { width: 360, height: 640 } })

/** Moves focus with the keyboard alone until it is on what is named, then presses it. */
async function press(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    const role = await page.evaluate(() => document.activeElement?.tagName ?? '')
    if (name.test(focused) && (role === 'A' || role === 'BUTTON')) {
      await page.keyboard.press('Enter')
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`${name} cannot be reached with the keyboard`)
}

test('declaring nothing takes three presses from the home page, by keyboard only', async ({
  page,
}) => {
  await signInAs(page, 'tester')
  await page.goto('/moi')
  await settled(page)
  await picture(page, 'tester-home-360')
  await press(page, /^(Déclarer|Continuer ma déclaration)/)
  await settled(page)
  await picture(page, 'tester-question-360')
  await press(page, /Non, je n’ai rien reçu/)
  await settled(page)
  await picture(page, 'tester-check-360')
  await press(page, /^Envoyer ma déclaration/)
  await expect(page.getByText(/D-2026-10-\d+/)).toBeVisible()
  await picture(page, 'tester-done-360')
})
