import { type ReactNode, useState } from 'react'
import './right-to-work.css'

/** A form of the page that is not always wanted: its title opens it. */
export function FoldedForm(props: { title: string; isOpen: boolean; children: ReactNode }) {
  const { title, children } = props
  const [isOpen, setOpen] = useState(props.isOpen)
  return (
    <section aria-label={title}>
      <details
        className="folded"
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>
          <h2 className="folded-title">{title}</h2>
        </summary>
        {children}
      </details>
    </section>
  )
}
