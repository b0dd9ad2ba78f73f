/** A4 in points, with margins that leave the folds and the window of a DL envelope free. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 51,
  right: 51,
  top: 45,
  bottom: 56,
} as const

export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right
export const CONTENT_BOTTOM = PAGE.height - PAGE.bottom

/** Ink on paper. Each of these keeps at least 4.5:1 on white once printed in grey. */
export const COLORS = {
  ink: '#1B1F24',
  secondary: '#4A5460',
  accent: '#0B5A5A',
  rule: '#8A949E',
  faintRule: '#C9D1D9',
} as const

export const SIZES = {
  title: 17,
  subtitle: 11,
  heading: 11,
  body: 9.5,
  small: 8.5,
  tiny: 7.5,
} as const

const POINTS_PER_MM = 72 / 25.4

export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM
}
