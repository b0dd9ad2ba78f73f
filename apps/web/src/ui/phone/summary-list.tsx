import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useT } from './words.ts'

export interface SummaryRow {
  label: string
  value: ReactNode
  /** Where this line is changed. */
  changeHref?: string
  /** Said to screen readers after "Changer": "la vente 1". */
  changeWhat?: string
}

/** Answers to check. A `div` of a `dl` may hold only `dt` and `dd`, so the link sits in a `dd`. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const t = useT()
  return (
    <dl className="card summary">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
          {row.changeHref !== undefined && (
            <dd className="change">
              <Link href={row.changeHref}>
                {t('common.change')}
                <span className="visually-hidden"> {row.changeWhat ?? row.label}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
