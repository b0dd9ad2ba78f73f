import { useEffect, useRef } from 'react'
import type { ErrorLine } from '../lib/field-errors.ts'

interface ErrorSummaryProps {
  title: string
  lines: readonly ErrorLine[]
  /** Counts the refused tries: focus moves here each time it changes, so each refusal is heard. */
  attempt: number
}

/** Everything to correct, on top of the form, each line leading to its field. */
export function ErrorSummary({ title, lines, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const isShown = lines.length > 0
  // A new attempt moves focus again, so that a second refusal is heard too.
  useEffect(() => {
    if (isShown && attempt >= 0) box.current?.focus()
  }, [attempt, isShown])
  if (!isShown) return null
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert">
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={`${line.name}${line.text}`}>
            {line.name === null ? line.text : <a href={`#${line.name}`}>{line.text}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}
