import type { Locale } from '@terreau/i18n/t'

interface PieceWords {
  labelFr: string
  labelEn: string
  hintFr: string
  hintEn: string
}

/** The name of a piece, as the cooperative wrote it in each language. */
export function pieceLabel(piece: Pick<PieceWords, 'labelFr' | 'labelEn'>, locale: Locale): string {
  return locale === 'en' ? piece.labelEn : piece.labelFr
}

/** What to photograph or where to find it. */
export function pieceHint(piece: Pick<PieceWords, 'hintFr' | 'hintEn'>, locale: Locale): string {
  return locale === 'en' ? piece.hintEn : piece.hintFr
}
