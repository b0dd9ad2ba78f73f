import { notoSans } from '../fonts/noto-sans.ts'

const SIDE = 480
const MIDDLE = SIDE / 2
const UNITS_PER_EM = 1000
const GROUND = '#0e6e6e'
const RING = '#f2b84b'
const INK = '#ffffff'

export interface BadgeWords {
  /** What the picture says to who does not see it. */
  title: string
  /** Above, in the middle (large) and below. */
  heading: string
  figure: string
  issuer: string
}

/**
 * The picture of a badge, as SVG of 480 by 480. Letters are drawn as shapes from the font of the documents,
 * so that it looks the same on every device and when it is turned into pixels. Nobody is named on it.
 */
export function drawBadge({ title, heading, figure, issuer }: BadgeWords): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="${SIDE}" height="${SIDE}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<circle cx="${MIDDLE}" cy="${MIDDLE}" r="232" fill="${GROUND}"/>`,
    `<circle cx="${MIDDLE}" cy="${MIDDLE}" r="214" fill="none" stroke="${RING}" stroke-width="6"/>`,
    line(heading, { size: 38, baseline: 150, most: 320 }),
    line(figure, { size: 110, baseline: 275, most: 380 }),
    line(issuer, { size: 30, baseline: 350, most: 310 }),
    '</svg>',
  ].join('\n')
}

/** One centred line; a long one is drawn smaller. */
function line(text: string, at: { size: number; baseline: number; most: number }): string {
  const { glyphs } = notoSans('bold').layout(text)
  const width = glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0)
  const scale = Math.min(at.size / UNITS_PER_EM, width === 0 ? 1 : at.most / width)
  let x = MIDDLE - (width * scale) / 2
  const shapes = glyphs.map((glyph) => {
    const shape = `<path transform="matrix(${round(scale)} 0 0 ${round(-scale)} ${round(x)} ${at.baseline})" d="${glyph.path.toSVG()}"/>`
    x += glyph.advanceWidth * scale
    return shape
  })
  return `<g fill="${INK}">${shapes.join('')}</g>`
}

function round(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
