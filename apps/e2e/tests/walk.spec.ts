import { expect, type Page, test } from '@playwright/test'
import { expectNoAxeViolation, expectNoSidewaysScroll, picture, settled } from '../support/look.ts'
import { type Role, signInAs } from '../support/people.ts'
import { fillPath, pagesOf, phoneIds, staffIds } from '../support/routes.ts'

/** Language, colour scheme and width of each pass; together they cover every pair that matters. */
const PASSES = [
  { lang: 'fr', scheme: 'light', width: 1280, height: 800 },
  { lang: 'en', scheme: 'dark', width: 360, height: 640 },
  { lang: 'en', scheme: 'light', width: 1280, height: 800 },
  { lang: 'fr', scheme: 'dark', width: 360, height: 640 },
] as const

/** Pages of the phone shell by who may open them. */
const PHONE_OWNERS: readonly { role: Role | null; owns: RegExp }[] = [
  { role: null, owns: /^\/(connexion|installation|c\/)|^\/$/ },
  { role: 'tester', owns: /^\/moi/ },
  { role: 'tutor', owns: /^\/tutorat/ },
]

for (const pass of PASSES) {
  const name = `${pass.lang}, ${pass.scheme}, ${pass.width} px`

  test(`staff pages: no axe violation, no breach of the content policy (${name})`, async ({
    page,
  }) => {
    test.setTimeout(600_000)
    const breaches = watch(page)
    await prepare(page, pass)
    await signInAs(page, 'direction')
    const ids = await staffIds(page.request)
    for (const path of pagesOf('staff')) await visit(page, fillPath(path, ids), pass)
    expect(breaches).toEqual([])
  })

  for (const { role, owns } of PHONE_OWNERS) {
    test(`phone pages of ${role ?? 'a visitor'}: no axe violation (${name})`, async ({ page }) => {
      test.setTimeout(400_000)
      const breaches = watch(page)
      await prepare(page, pass)
      if (role) await signInAs(page, role)
      const ids = role === 'tester' ? await phoneIds(page.request) : { token: 'x'.repeat(43) }
      for (const path of pagesOf('phone').filter((p) => owns.test(p))) {
        await visit(page, fillPath(path, ids), pass)
      }
      expect(breaches).toEqual([])
    })
  }
}

async function prepare(page: Page, pass: (typeof PASSES)[number]): Promise<void> {
  await page.setViewportSize({ width: pass.width, height: pass.height })
  await page.emulateMedia({ colorScheme: pass.scheme, reducedMotion: 'reduce' })
}

async function visit(page: Page, path: string, pass: (typeof PASSES)[number]): Promise<void> {
  await page.goto(`${path}?lang=${pass.lang}`)
  await settled(page)
  await expectNoAxeViolation(page, `${path} (${pass.lang}, ${pass.scheme}, ${pass.width})`)
  const file = path.replaceAll(/[^a-z]+/gi, '-').slice(0, 60)
  await picture(page, `walk${file}-${pass.lang}-${pass.width}`)
  // The narrowest screen of the law of accessibility (RGAA 10.11), in the longer language.
  if (pass.lang === 'fr') await visitAt320(page, path, pass)
}

async function visitAt320(page: Page, path: string, pass: (typeof PASSES)[number]): Promise<void> {
  await page.setViewportSize({ width: 320, height: 568 })
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))),
  )
  await expectNoSidewaysScroll(page, path)
  await page.setViewportSize({ width: pass.width, height: pass.height })
}

/** The browser says in its console what the content policy or Trusted Types refused. */
function watch(page: Page): string[] {
  const breaches: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted|TrustedHTML/i.test(message.text()))
      breaches.push(message.text())
  })
  page.on('pageerror', (error) => breaches.push(error.message))
  return breaches
}
