import { expect, type Page, test } from '@playwright/test'
import {
  expectNoAxeViolation,
  expectNoColourViolation,
  expectNoMessageKey,
  expectNoSidewaysScroll,
  picture,
  redrawn,
  settled,
} from '../support/look.ts'
import { type Role, signInAs } from '../support/people.ts'
import { fillPath, pagesOf, phoneIds, readerPaths, staffIds } from '../support/routes.ts'

type Language = 'fr' | 'en'

const LANGUAGES: readonly Language[] = ['fr', 'en']
const LAPTOP = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 640 }
/** The narrowest screen of the law of accessibility (RGAA 10.11). */
const NARROWEST = { width: 320, height: 568 }

/** Pages of the phone shell by who may open them. */
const PHONE_OWNERS: readonly { role: Role | null; owns: RegExp }[] = [
  { role: null, owns: /^\/(connexion|installation|c\/)|^\/$/ },
  { role: 'tester', owns: /^\/moi/ },
  { role: 'tutor', owns: /^\/tutorat/ },
]

for (const lang of LANGUAGES) {
  test(`staff pages: no axe violation, no breach of the content policy (${lang})`, async ({
    page,
  }) => {
    test.setTimeout(900_000)
    const breaches = watch(page)
    await signInAs(page, 'direction')
    const ids = await staffIds(page.request)
    for (const path of pagesOf('staff')) await visit(page, fillPath(path, ids), lang)
    expect(breaches).toEqual([])
  })

  for (const { role, owns } of PHONE_OWNERS) {
    test(`phone pages of ${role ?? 'a visitor'}: no axe violation (${lang})`, async ({ page }) => {
      test.setTimeout(600_000)
      const breaches = watch(page)
      if (role) await signInAs(page, role)
      const ids = await phoneIds(page.request, role)
      for (const path of pagesOf('phone').filter((p) => owns.test(p))) {
        await visit(page, fillPath(path, ids), lang)
      }
      expect(breaches).toEqual([])
    })
  }

  test(`pages of a reader: no axe violation (${lang})`, async ({ page }) => {
    test.setTimeout(120_000)
    await signInAs(page, 'direction')
    const paths = await readerPaths(page.request)
    await page.context().clearCookies()
    for (const path of paths) await visit(page, path, lang)
  })
}

test('every page of the phone shell is walked by somebody', () => {
  const missed = pagesOf('phone').filter(
    (path) => !PHONE_OWNERS.some(({ owns }) => owns.test(path)),
  )
  expect(missed).toEqual([])
})

/**
 * Opens a page once, then looks at it on a laptop and a phone, light and dark. Another width may show other
 * elements, so every rule runs again; another colour scheme changes nothing but colours, so only the rules
 * that read colours do, and in French only: words have the colours of their elements in every language.
 * The pictures are kept in French too.
 */
async function visit(page: Page, path: string, lang: Language): Promise<void> {
  const name = `walk${path.replaceAll(/[^a-z]+/gi, '-').slice(0, 60)}-${lang}`
  const where = (view: string) => `${path} (${lang}, ${view})`
  await page.setViewportSize(LAPTOP)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(`${path}?lang=${lang}`)
  await settled(page)
  await expectNoMessageKey(page, where('words'))
  await expectNoAxeViolation(page, where('light, 1280'))
  if (lang === 'fr') await picture(page, `${name}-1280`)
  await page.emulateMedia({ colorScheme: 'dark' })
  if (lang === 'fr') await lookAtColours(page, where('dark, 1280'))
  await page.setViewportSize(PHONE)
  await redrawn(page)
  await expectNoAxeViolation(page, where('dark, 360'))
  if (lang === 'fr') await picture(page, `${name}-360`)
  await page.emulateMedia({ colorScheme: 'light' })
  if (lang === 'fr') await lookAtColours(page, where('light, 360'))
  await page.setViewportSize(NARROWEST)
  await redrawn(page)
  await expectNoSidewaysScroll(page, where('320'))
}

async function lookAtColours(page: Page, where: string): Promise<void> {
  await redrawn(page)
  await expectNoColourViolation(page, where)
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
