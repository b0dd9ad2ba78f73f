import { type ReactNode, useId } from 'react'

/** A block with its own title. An article, not a landmark: two contracts may bear the same words. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <article className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </article>
  )
}

type NoticeLook = 'success' | 'attention' | 'danger' | 'info' | 'tutoring'

/** A sentence that stands out: it is done, look at this, this went wrong. */
export function Notice({ look, children }: { look: NoticeLook; children: ReactNode }) {
  return <div className={`notice ${look}`}>{children}</div>
}
