import type { ReactNode } from 'react'
import { Link } from 'wouter'

interface LinkButtonProps {
  href: string
  /** 'secondary' is the outlined one; 'danger' is for what cannot be taken back. */
  look?: ButtonLook
  /** A document or another shell: a full page load instead of a change of view. */
  isExternal?: boolean
  children: ReactNode
}
interface ButtonProps {
  look?: ButtonLook
  /** 'submit' by default: one button per question sends it. */
  type?: 'submit' | 'button'
  /** The act is under way: the button keeps its words and its focus, and ignores presses. */
  isBusy?: boolean
  name?: string
  value?: string
  onClick?: () => void
  children: ReactNode
}
type ButtonLook = 'primary' | 'secondary' | 'danger'

/** The act of the page, 56 px high, full width. */
export function Button(props: ButtonProps) {
  const { look = 'primary', type = 'submit', isBusy = false, onClick, children, ...rest } = props
  return (
    <button
      {...rest}
      className={`button ${look}`}
      type={type}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onClick?.()
      }}
    >
      {children}
      {isBusy && <span aria-hidden="true">…</span>}
    </button>
  )
}

/** The same, leading to another page. */
export function LinkButton({ href, look = 'primary', isExternal, children }: LinkButtonProps) {
  const className = `button ${look}`
  if (isExternal === true) {
    return (
      <a className={className} href={href}>
        {children}
      </a>
    )
  }
  return (
    <Link className={className} href={href}>
      {children}
    </Link>
  )
}
