import { useEffect, useRef } from 'react'
import { useT } from './words.ts'

export interface SummaryLine {
  /** The `name` of the field; absent for an error of the whole page. */
  name?: string
  text: string
}

/**
 * Everything to correct, on top of the page, each line leading to its field. Focus moves here each
 * time `attempt` changes, so a second refused try is heard too.
 */
export function ErrorSummary({
  lines,
  attempt,
}: {
  lines: readonly SummaryLine[]
  attempt: number
}) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt moves focus again
  useEffect(() => {
    box.current?.focus()
  }, [attempt])
  if (lines.length === 0) return null
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert">
      <h2>{t('common.error.summaryTitle')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={`${line.name}${line.text}`}>
            {line.name === undefined ? line.text : <a href={`#${line.name}`}>{line.text}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}
