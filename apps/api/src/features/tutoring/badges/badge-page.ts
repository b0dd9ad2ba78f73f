import { dayInZone } from '@terreau/domain/time/zoned-day'
import { formatDate } from '@terreau/i18n/format'
import type { Locale } from '@terreau/protocol/codecs'
import { html } from 'hono/html'
import {
  STATE_ICONS,
  type StateLook,
  VISITOR_CSS_URL,
  visitorPage,
} from '../../attestations/index.ts'
import { achievementWords, badgeTranslator } from './badge-words.ts'
import { readCredential } from './credential.ts'
import type { FoundBadge } from './find-badge.ts'

type Markup = ReturnType<typeof html>

interface Shown {
  badge: FoundBadge | null
  code: string
  locale: Locale
  path: string
}

/** The page of a badge, for whoever was given its address: no cookie, no script. */
export function badgePage({ badge, code, locale, path }: Shown): Markup {
  const t = badgeTranslator(locale)
  const head = headOf({ badge, locale })
  return visitorPage({
    locale,
    title: head.title,
    owner: badge?.issuer ?? '',
    words: {
      skip: t('page.skip'),
      pageName: t('page.title'),
      otherLanguage: t('page.otherLanguage'),
    },
    otherLanguageUrl: `${path}?lang=${locale === 'fr' ? 'en' : 'fr'}`,
    style: { url: VISITOR_CSS_URL },
    main: html`<div class="state ${head.look}">
        ${STATE_ICONS[head.look]}
        <h1>${head.title}</h1>
        <p>${head.sentence}</p>
      </div>
      ${badge === null ? '' : bodyOf(badge, code, locale)}`,
  })
}

function headOf({ badge, locale }: Pick<Shown, 'badge' | 'locale'>): {
  look: StateLook
  title: string
  sentence: string
} {
  const t = badgeTranslator(locale)
  if (badge === null)
    return { look: 'unknown', title: t('page.unknown'), sentence: t('page.unknownSentence') }
  const { issuer } = badge
  const date = formatDate(dayInZone(badge.issuedAt, badge.zone), locale, 'long')
  if (badge.revokedAt !== null) {
    const revokedOn = formatDate(dayInZone(badge.revokedAt, badge.zone), locale, 'long')
    const title = t('page.revoked', { date: revokedOn })
    return { look: 'revoked', title, sentence: t('page.revokedSentence', { issuer }) }
  }
  if (badge.isKeyLeaked) {
    const sentence = t('page.unsignedSentence', { issuer, date })
    return { look: 'altered', title: t('page.unsigned'), sentence }
  }
  const sentence = t('page.genuineSentence', { issuer, date })
  return { look: 'genuine', title: t('page.genuine'), sentence }
}

function bodyOf(badge: FoundBadge, code: string, locale: Locale): Markup {
  const t = badgeTranslator(locale)
  const { thresholdMinutes, issuer } = badge
  const words = achievementWords(locale, { thresholdMinutes, issuer })
  if (badge.credential === '')
    return html`<p>${t('page.erased')}</p>
      <dl>${row(t('page.what'), words.name)} ${row(t('page.how'), words.criteria)}</dl>`
  const said = readCredential(badge.credential)
  const isValid = badge.revokedAt === null && !badge.isKeyLeaked
  return html`<p><img src="/badges/${code}/badge.svg" width="180" height="180" alt="${t('page.image', { name: words.name })}" /></p>
    <dl>
      ${row(t('page.person'), said.personName)}
      ${row(t('page.what'), `${words.name}. ${words.description}`)}
      ${row(t('page.how'), words.criteria)}
      ${row(t('page.proof'), said.locale === locale ? said.evidence : html`<span lang="${said.locale}">${said.evidence}</span>`)}
    </dl>
    ${isValid ? downloads(code, locale) : ''}`
}

function downloads(code: string, locale: Locale): Markup {
  const t = badgeTranslator(locale)
  return html`<h2>${t('page.downloads')}</h2>
    ${(['svg', 'png', 'jwt'] as const).map(
      (kind) =>
        html`<p><a href="/badges/${code}/badge.${kind}" download="badge.${kind}">${t(`page.${kind}`)}</a></p>`,
    )}
    <p class="note">${t('page.check')}</p>`
}

function row(label: string, value: string | Markup): Markup {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`
}
