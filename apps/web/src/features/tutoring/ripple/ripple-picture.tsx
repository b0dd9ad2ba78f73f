import { useT } from '../../../ui/staff/words.ts'
import {
  type ChainHelper,
  DOT,
  drawRipple,
  HEAD,
  HEIGHT,
  NAMES_WIDTH,
  WIDTH,
} from './draw-ripple.ts'

/**
 * Chains over the years: one line per person who helps, from the day they were first helped, under the line of
 * who helped them. Too wide for a phone, where the table that follows says the same.
 */
export function RipplePicture({ chains }: { chains: readonly ChainHelper[] }) {
  const t = useT()
  const { years, rows } = drawRipple(chains)
  const height = HEAD + rows.length * HEIGHT
  return (
    <figure className="ripple-picture">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t('tutoringRipple.picture')}>
        {years.map(({ year, x }) => (
          <g key={year}>
            <line className="year" x1={x} x2={x} y1={HEAD - 8} y2={height} />
            <text x={x + 4} y={HEAD - 12}>
              {year}
            </text>
          </g>
        ))}
        {rows.map(({ id, name, indent, y, from, to, above, dots }) => (
          <g key={id}>
            <text x={indent} y={y + 5}>
              {name}
            </text>
            {above !== null && <path className="link" d={`M${from} ${above} V${y}`} />}
            <line className="link" x1={from} x2={to} y1={y} y2={y} />
            <line className="lead" x1={NAMES_WIDTH} x2={from} y1={y} y2={y} />
            {dots.map(({ id: personId, x, isHelping }) => (
              <circle
                key={personId}
                className={isHelping ? 'dot full' : 'dot'}
                cx={x}
                cy={y}
                r={DOT}
              />
            ))}
          </g>
        ))}
      </svg>
      <figcaption>{t('tutoringRipple.legend')}</figcaption>
    </figure>
  )
}
