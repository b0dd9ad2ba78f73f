import { expect, type Page, test } from '@playwright/test'
import {
  expectNoAxeViolation,
  expectNoMessageKey,
  expectNoSidewaysScroll,
  expectTablesRead,
  picture,
  redrawn,
  settled,
} from '../support/look.ts'
import { type Role, signInAs } from '../support/people.ts'
import { fillPath, pagesOf, phoneIds, readerPaths, staffIds } from '../support/routes.ts'

type Language = 'fr' | 'en'

const LANGUAGES: readonly Language[] = ['fr', 'en']
const SCHEMES = {
  fr: { laptop: 'dark', phone: 'light' },
  en: { laptop: 'light', phone: 'dark' },
} as const
const LAPTOP = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 640 }
/** The narrowest screen of the law of accessibility (RGAA 10.11). */
const NARROWEST = { width: 320, height: 568 }
/** By far the most pages: cut into pieces, so that no worker walks alone at the end. */
const STAFF_PARTS = 3

/** Pages of the phone shell by who may open them. */
const PHONE_OWNERS: readonly { role: Role | null; owns: RegExp }[] = [
  { role: null, owns: /^\/(connexion|installation|c\/|accord\/|sortie\/)|^\/$/ },
  { role: 'tester', owns: /^\/moi/ },
  { role: 'tutor', owns: /^\/tutorat/ },
]

for (const lang of LANGUAGES) {
  for (let part = 0; part < STAFF_PARTS; part += 1) {
    const title = `staff pages, part ${part + 1} of ${STAFF_PARTS}: no axe violation, no breach of the content policy (${lang})`
    test(title, async ({ page }) => {
      test.setTimeout(900_000)
      const breaches = watch(page)
      await signInAs(page, 'direction')
      const ids = await staffIds(page.request)
      const paths = pagesOf('staff').filter((_path, index) => index % STAFF_PARTS === part)
      for (const path of paths) await visit(page, fillPath(path, ids), lang)
      expect(breaches).toEqual([])
    })
  }

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
 * Looks at a page on a laptop and on a phone, every rule each time, since another width may show other
 * elements. Each language sees both colour schemes, and between them the two see each scheme in each width.
 * A picture is kept in French, in the width that the page is made for.
 */
async function visit(page: Page, path: string, lang: Language): Promise<void> {
  const picturedAt = lang === 'fr' ? (path.startsWith('/gestion') ? LAPTOP : PHONE) : undefined
  await page.emulateMedia({ colorScheme: SCHEMES[lang].laptop, reducedMotion: 'reduce' })
  await page.setViewportSize(LAPTOP)
  await page.goto(`${path}?lang=${lang}`)
  await settled(page)
  await expectNoMessageKey(page, `${path} (${lang})`)
  await look(LAPTOP, SCHEMES[lang].laptop)
  await page.emulateMedia({ colorScheme: SCHEMES[lang].phone })
  await page.setViewportSize(PHONE)
  await redrawn(page)
  await look(PHONE, SCHEMES[lang].phone)
  await expectTablesRead(page, `${path} (${lang}, ${PHONE.width})`)
  await page.setViewportSize(NARROWEST)
  await redrawn(page)
  await expectNoSidewaysScroll(page, `${path} (${lang}, ${NARROWEST.width})`)

  async function look(size: typeof LAPTOP, scheme: string): Promise<void> {
    await expectNoAxeViolation(page, `${path} (${lang}, ${scheme}, ${size.width})`)
    const name = `walk${path.replaceAll(/[^a-z]+/gi, '-').slice(0, 60)}-${lang}-${size.width}`
    if (size === picturedAt) await picture(page, name)
  }
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
