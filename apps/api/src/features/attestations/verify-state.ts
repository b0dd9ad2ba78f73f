import type { verify as words } from '@terreau/i18n/fr/verify'
import type { Translate, Translation } from '@terreau/i18n/t'
import type { Locale } from '@terreau/protocol/codecs'
import type { FoundAttestation } from './find-by-code.ts'
import type { PublishedKey } from './published-keys.ts'
import type { PageStyle } from './visitor-page.ts'

type T = Translate<typeof words>

/** What every state of the verification page is drawn in. */
export interface PageFrame {
  t: T
  locale: Locale
  /** The reader chose the language: the pages that follow stay in it, whatever their browser asks for. */
  isChosen: boolean
  /** The same page in the other language. */
  otherLanguageUrl: string
  style: PageStyle
  scriptUrl: string
  /** The same words, for the script of the page. */
  words: Translation<typeof words>
  keys: readonly PublishedKey[]
}

/** What the page says: always one of these, never an error. */
export type VerifyState =
  | { kind: 'ask'; isEmpty: boolean }
  | { kind: 'found'; found: FoundAttestation; isLong: boolean; isFile: boolean }
  | {
      kind: 'unknown'
      typed: string
      wrongSigns: string[]
      /** So many signs were written where a short code has another number of them. */
      wrongLength: number | null
      isNumber: boolean
      isFile: boolean
    }
  | { kind: 'paused'; minutes: number | null; isShort: boolean }
