import type { Locale } from '@terreau/protocol/codecs'
import { html, raw } from 'hono/html'

type Markup = ReturnType<typeof html>

/** Where the style stands: in a file that stays with the browser, or within the page, under the nonce of its policy. */
export type PageStyle = { url: string } | { css: string; nonce: string }

interface VisitorPage {
  locale: Locale
  title: string
  /** The cooperative that answers for what is shown; empty while none is known. */
  owner: string
  words: { skip: string; pageName: string; otherLanguage: string }
  /** The same page in the other language. */
  otherLanguageUrl: string
  style: PageStyle
  /** A script that adds what a device can do alone; the page is whole without it. */
  scriptUrl?: string
  main: Markup
}

/** A whole page for a visitor: no cookie, not indexed, everything written by the server. */
export function visitorPage(page: VisitorPage): Markup {
  const { locale, title, owner, words, otherLanguageUrl, style, scriptUrl, main } = page
  const other = locale === 'fr' ? 'en' : 'fr'
  return html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width,initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <title>${owner === '' ? title : `${title} – ${owner}`}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    ${
      'url' in style
        ? html`<link rel="stylesheet" href="${style.url}" />`
        : html`<style nonce="${style.nonce}">${raw(style.css)}</style>`
    }
    ${scriptUrl === undefined ? '' : html`<script src="${scriptUrl}" defer></script>`}
  </head>
  <body>
    <a class="skip" href="#main">${words.skip}</a>
    <header>
      <b>${owner === '' ? words.pageName : owner}</b>
      <a href="${otherLanguageUrl}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
    </header>
    <main id="main">
      ${main}
    </main>
  </body>
</html>`
}
