import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  /** What to show instead of the page that broke. */
  fallback: (error: unknown) => ReactNode
  /** A change of this value (the address) gives the page a new chance. */
  resetKey: string
  children: ReactNode
}
interface ErrorBoundaryState {
  error: unknown
  failedAt: string | null
}

/** The one boundary of a shell: a page that breaks leaves the frame standing. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, failedAt: null }

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error }
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    if (state.error === null) return null
    if (state.failedAt === null) return { failedAt: props.resetKey }
    return state.failedAt === props.resetKey ? null : { error: null, failedAt: null }
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return this.props.fallback(this.state.error)
  }
}
