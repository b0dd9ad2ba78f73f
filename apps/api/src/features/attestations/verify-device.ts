import { html } from 'hono/html'
import type { StateLook } from './verify-icons.ts'
import type { PageFrame, VerifyState } from './verify-state.ts'

/**
 * What the script of the page needs: hidden without it. The fingerprint of the document is given only to who
 * has the long code, because it opens the same page.
 */
export function deviceBlock(
  { t, words, keys }: PageFrame,
  state: VerifyState,
  look: StateLook | '',
) {
  const { device, line, kind, figure, period, since } = words
  const isOpen = state.kind === 'found' && state.isLong && !state.found.isErased
  const page = {
    words: { device, line, kind, figure, period, since },
    keys: keys
      .filter((key) => key.kty === 'OKP')
      .map(({ kid, kty, crv, x, issuer, retired_on }) => ({
        kid,
        kty,
        crv,
        x,
        issuer,
        retired_on,
      })),
    sha256: isOpen ? state.found.sha256 : '',
    /** What the page above says: the facts of the square must be about the same certificate. */
    number: state.kind === 'found' ? state.found.number : '',
    look,
  }
  return html`<section id="device" class="no-print" data-page="${JSON.stringify(page)}" hidden>
    <h2>${t('device.title')}</h2>
    <div id="device-said" role="status"></div>
    <label for="file">${t('device.fileLabel')}</label>
    <p id="file-hint" class="hint">${t('device.fileHint')}</p>
    <input id="file" type="file" accept="application/pdf" aria-describedby="file-hint" />
  </section>`
}
