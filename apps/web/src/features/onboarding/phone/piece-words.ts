import { isPieceWanted, standingOf } from '@terreau/domain/pipeline/pieces'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Locale } from '@terreau/i18n/t'
import type { OwnPiece } from './queries.ts'

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

/** Where a piece stands, as its line and its page say it: 'over' is an accepted one whose last day has passed. */
export function pieceStanding(piece: OwnPiece, today: LocalDate) {
  const standing = standingOf(piece)
  if (standing !== 'ending' || !isPieceWanted(piece, today)) return standing
  return piece.refusal === null ? 'over' : 'renewal_refused'
}
