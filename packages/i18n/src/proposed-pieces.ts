import { proposedPieces as en } from './en/proposed-pieces.ts'
import { proposedPieces as fr } from './fr/proposed-pieces.ts'

/** The words of a proposed piece in both languages: the cooperative keeps them and may change them. */
export function proposedPieceWords(code: keyof typeof fr): {
  labelFr: string
  labelEn: string
  hintFr: string
  hintEn: string
} {
  const [french, english] = [fr[code], en[code]]
  return {
    labelFr: french.label,
    labelEn: english.label,
    hintFr: french.hint,
    hintEn: english.hint,
  }
}
