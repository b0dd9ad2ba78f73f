import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { StatusBadge } from './status-badge.tsx'
import { useT } from './words.ts'

/** What a refusal of a field carries, as pages of drafts receive it. */
interface MissingContent {
  pointer: string
  code: string
  params?: Record<string, string | number> | undefined
}

interface MissingListProps {
  title: string
  intro: string
  /** Shown instead when nothing is missing. */
  complete: string
  missing: readonly MissingContent[]
  /** Where it is written, and how it is called; `note` says more under the link. */
  placeOf(content: MissingContent): { href: string; label: string; note?: ReactNode }
}

/** What a draft still lacks before it can be sent, each with the way to where it is written. */
export function MissingList({ title, intro, complete, missing, placeOf }: MissingListProps) {
  const t = useT()
  if (missing.length === 0)
    return (
      <p>
        <StatusBadge look="success">{complete}</StatusBadge>
      </p>
    )
  return (
    <section className="panel" aria-labelledby="missing">
      <h2 id="missing">{title}</h2>
      <p>{intro}</p>
      <ul className="missing-list">
        {missing.map((content) => {
          const { pointer, code, params } = content
          const { href, label, note } = placeOf(content)
          const characters = String(params?.characters ?? '')
          return (
            <li key={`${pointer} ${code}`}>
              <Link href={href}>{label}</Link>
              {note !== undefined && <div className="dimmed">{note}</div>}
              {code === 'characters-not-printable' && (
                <div className="dimmed">
                  {t('fieldErrors.characters-not-printable', { characters })}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
