import { type ReactNode, useId } from 'react'

/** A block with its own title. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

type NoticeLook = 'success' | 'attention' | 'danger' | 'info' | 'tutoring'

/** A sentence that stands out: it is done, look at this, this went wrong. */
export function Notice({ look, children }: { look: NoticeLook; children: ReactNode }) {
  return <div className={`notice ${look}`}>{children}</div>
}
