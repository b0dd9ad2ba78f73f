import { SHORT_CODE_LENGTH } from '@terreau/domain/attestations/short-code'
import { runsOf } from '@terreau/domain/contracts/runs'
import { dayInZone } from '@terreau/domain/time/zoned-day'
import type { verify as words } from '@terreau/i18n/fr/verify'
import type { Translate } from '@terreau/i18n/t'
import type { CheckResult } from '@terreau/protocol/attestation-checks'
import { html } from 'hono/html'
import type { Contact, FoundAttestation } from './find-by-code.ts'
import { initialsOf } from './initials.ts'
import { dayText, periodText } from './period-text.ts'
import { deviceBlock } from './verify-device.ts'
import { STATE_ICONS, type StateLook } from './verify-icons.ts'
import type { PageFrame, VerifyState } from './verify-state.ts'
import { visitorPage } from './visitor-page.ts'

type Markup = ReturnType<typeof html>
type T = Translate<typeof words>

/** A whole page for a visitor: no cookie, everything written by the server; a script adds what a device can check alone. */
export function verifyPage(frame: PageFrame, state: VerifyState, contact: Contact | null): Markup {
  const { t, locale, otherLanguageUrl, style, scriptUrl } = frame
  return visitorPage({
    locale,
    title: titleOf(frame, state),
    owner: contact?.name ?? '',
    words: { skip: t('skip'), pageName: t('pageName'), otherLanguage: t('otherLanguage') },
    otherLanguageUrl,
    style,
    scriptUrl,
    main: html`${bodyOf(frame, state)} ${deviceBlock(frame, state, deviceLook(state))} ${helpBlock(t, contact)}`,
  })
}

/** What the server says of the paper, for the script that checks beside it. */
function deviceLook(state: VerifyState): StateLook | '' {
  if (state.kind === 'found') return lookOf(state.found)
  return state.kind === 'unknown' ? 'unknown' : ''
}

function titleOf(frame: PageFrame, state: VerifyState): string {
  const { t } = frame
  if (state.kind === 'ask')
    return state.isEmpty ? t('form.errorTitle', { page: t('pageName') }) : t('pageName')
  if (state.kind === 'unknown') return unknownTitle(t, state)
  if (state.kind === 'paused') return t('paused.title')
  return foundHead(frame, state.found).title
}

function unknownTitle(t: T, { isFile }: { isFile: boolean }): string {
  return isFile ? t('unknown.fileTitle') : t('unknown.title')
}

function bodyOf(frame: PageFrame, state: VerifyState): Markup {
  const { t } = frame
  if (state.kind === 'ask') {
    return html`<h1>${t('pageName')}</h1>
      <p>${t('form.intro')}</p>
      ${codeForm(frame, '', state.isEmpty ? t('form.empty') : null)}`
  }
  if (state.kind === 'unknown') {
    const sentence = unknownSentence(t, state)
    const signs = state.wrongSigns.join(', ')
    return html`${stateBlock('unknown', unknownTitle(t, state), sentence)}
      ${signs === '' ? '' : html`<p>${t('unknown.wrongSigns', { signs })}</p>`}
      ${state.isFile ? html`<p>${t('unknown.fileNext')}</p>` : ''}
      ${state.wrongLength === null && !state.isNumber ? html`<p>${t('unknown.elsewhere')}</p>` : ''}
      ${codeForm(frame, state.typed, null)}`
  }
  if (state.kind === 'paused') return pausedBody(frame, state)
  return foundBody(frame, state)
}

function unknownSentence(t: T, state: Extract<VerifyState, { kind: 'unknown' }>): string {
  if (state.isNumber) return t('unknown.wasNumber')
  if (state.isFile) return t('unknown.wasFile')
  return state.wrongLength === null
    ? t('unknown.sentence')
    : t('unknown.wrongLength', { count: state.wrongLength, wanted: SHORT_CODE_LENGTH })
}

function pausedBody(frame: PageFrame, state: { minutes: number | null; isShort: boolean }): Markup {
  const { t } = frame
  const sentence =
    state.minutes === null
      ? t('paused.unavailable')
      : t('paused.sentence', { count: state.minutes })
  return html`${stateBlock('unknown', t('paused.title'), sentence)}
    ${state.isShort && state.minutes !== null ? html`<p>${t('paused.scan')}</p>` : ''}`
}

/** What a certificate is worth at this visit. */
export function lookOf({ isIntact, revokedAt, replaced }: FoundAttestation): CheckResult {
  if (!isIntact) return 'altered'
  if (revokedAt !== null) return 'revoked'
  return replaced === null ? 'genuine' : 'replaced'
}

function foundHead(
  { t, locale }: PageFrame,
  found: FoundAttestation,
): { look: StateLook; title: string; sentence: string } {
  const issuer = found.facts.issuer.name
  const look = lookOf(found)
  const day = (at: Date | null | undefined) =>
    at ? dayText(dayInZone(at, found.zone), locale) : ''
  switch (look) {
    case 'altered':
      return { look, title: t('altered.title'), sentence: t('altered.sentence') }
    case 'revoked': {
      const title = t('revoked.title', { date: day(found.revokedAt) })
      return { look, title, sentence: t('revoked.sentence', { issuer }) }
    }
    case 'replaced': {
      const title = t('replaced.title', { date: day(found.replaced?.at) })
      return { look, title, sentence: t('replaced.sentence', { issuer }) }
    }
    case 'genuine': {
      const date = dayText(found.facts.issue.issuedOn, locale)
      return { look, title: t('genuine.title'), sentence: t('genuine.sentence', { issuer, date }) }
    }
  }
}

function foundBody(
  frame: PageFrame,
  { found, isLong, isFile }: { found: FoundAttestation; isLong: boolean; isFile: boolean },
): Markup {
  const { t, locale } = frame
  const head = foundHead(frame, found)
  const isGenuine = head.look === 'genuine'
  const isIncome = found.kind === 'monthly_income'
  return html`${stateBlock(head.look, head.title, head.sentence)}
    ${isFile && isGenuine ? html`<p>${t('genuine.file')}</p>` : ''}
    ${isGenuine && !found.isErased ? html`<p>${t('genuine.compare')}</p>` : ''}
    ${head.look === 'replaced' ? html`<p>${t('replaced.ask')}</p>` : ''}
    ${found.isErased ? html`<p>${t('erased')}</p>` : ''}
    ${
      isGenuine && found.facts.isProvisional === true
        ? html`<p>${t('genuine.provisional')}</p>`
        : ''
    }
    <dl>
      ${row(t('line.kind'), t(`kind.${found.kind}`))} ${row(t('line.number'), found.number)}
      ${found.facts.issue.replaces === undefined ? '' : row(t('line.replaces'), found.facts.issue.replaces)}
      ${nextRow(frame, found, isLong)}
      ${row(t('line.issuer'), found.facts.issuer.name)}
      ${row(t('line.issuedOn'), dayText(found.facts.issue.issuedOn, locale))}
      ${row(t('line.period'), foundPeriod(frame, found))}
      ${nameRow(frame, found, isLong)}
      ${
        isLong && isGenuine
          ? found.keyFigures.map(({ key, value }) => row(t(`figure.${key}`), value))
          : ''
      }
      ${found.isIntact && !found.isErased ? row(t('line.seal'), t('sealIntact')) : ''}
    </dl>
    ${isLong && isGenuine && isIncome ? html`<p class="note">${t('notIncome')}</p>` : ''}
    ${isLong ? '' : html`<p class="note">${t('shortCodeNote')}</p>`}
    <p class="no-print"><a href="/verifier${langQuery(frame)}">${t('form.again')}</a></p>`
}

/**
 * Which one took its place, told to who holds the document. Nothing leads to the page of the new one: its
 * codes are printed on the new paper alone.
 */
function nextRow({ t }: PageFrame, { replaced }: FoundAttestation, isLong: boolean) {
  return replaced === null || !isLong ? '' : row(t('line.replacedBy'), replaced.number)
}

/** Whom it is about: the whole name for who holds the document, initials for others, nothing once erased. */
function nameRow({ t }: PageFrame, found: FoundAttestation, isLong: boolean): Markup | string {
  if (found.isErased) return ''
  const { fullName } = found.facts.person
  return isLong ? row(t('line.name'), fullName) : row(t('line.initials'), initialsOf(fullName))
}

/** Hono's `html` escapes every value: a name can never become markup. */
function row(label: string, value: string): Markup {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`
}

function stateBlock(look: StateLook, title: string, sentence: string): Markup {
  return html`<div class="state ${look}">
    ${STATE_ICONS[look]}
    <h1>${title}</h1>
    <p>${sentence}</p>
  </div>`
}

function codeForm(frame: PageFrame, typed: string, error: string | null): Markup {
  const { t, locale, isChosen } = frame
  const described = error === null ? 'code-hint' : 'code-error code-hint'
  return html`<form class="no-print" action="/verifier" method="get">
    <label for="code">${t('form.label')}</label>
    <p id="code-hint" class="hint">${t('form.hint', { example: 'K7QM2-XTP4R' })}</p>
    ${error === null ? '' : html`<p id="code-error" class="error">${error}</p>`}
    <input id="code" name="code" type="text" value="${typed}" aria-describedby="${described}"
      ${error === null ? '' : html`aria-invalid="true"`}
      autocomplete="off" autocapitalize="characters" spellcheck="false" />
    ${isChosen ? html`<input type="hidden" name="lang" value="${locale}" />` : ''}
    <button type="submit">${t('form.submit')}</button>
  </form>`
}

function helpBlock(t: T, contact: Contact | null): Markup {
  const issuer = contact?.name ?? ''
  const phone = contact?.phone ?? ''
  const email = contact?.email ?? ''
  return html`<aside aria-label="${t('help.title')}">
    <p><b>${t('help.title')}</b></p>
    ${
      phone === ''
        ? ''
        : html`<p><a href="tel:${phone.replace(/[^\d+]/g, '')}">${t('help.call', { issuer, phone: phone.replaceAll(' ', NO_BREAK_SPACE) })}</a></p>`
    }
    ${
      email === ''
        ? ''
        : html`<p><a href="mailto:${email}">${t('help.write', { issuer, email })}</a></p>`
    }
    ${phone === '' && email === '' ? html`<p>${t('help.anyone')}</p>` : ''}
  </aside>`
}

/** Contracts with a break between them: one first and one last day would say that there was none. */
function foundPeriod(frame: PageFrame, found: FoundAttestation): string {
  const { periodStart, periodEnd, facts } = found
  const runs = runsOf(facts.periods)
  if (runs.length > 1) {
    const days = runs.map(({ startsOn, endsOn }) => ({ start: startsOn, end: endsOn ?? startsOn }))
    return days.map((period) => periodText(frame, period)).join(', ')
  }
  return periodStart === null ? '–' : periodText(frame, { start: periodStart, end: periodEnd })
}

function langQuery({ locale, isChosen }: PageFrame): string {
  return isChosen ? `?lang=${locale}` : ''
}

const NO_BREAK_SPACE = '\u00a0'
