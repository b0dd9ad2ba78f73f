import { html } from 'hono/html'

export type StateLook = 'genuine' | 'replaced' | 'revoked' | 'altered' | 'unknown'

/** A shape for each state, so that it does not rest on a colour alone. The words say the same. */
export const STATE_ICONS: Readonly<Record<StateLook, ReturnType<typeof html>>> = {
  genuine: icon('M24 4 41 10v14c0 10-7 17-17 20C14 41 7 34 7 24V10z M16 24l6 6 11-12'),
  revoked: icon('M24 4a20 20 0 1 0 0 40 20 20 0 1 0 0-40z M16 16l16 16 M32 16 16 32'),
  replaced: icon('M24 4a20 20 0 1 0 0 40 20 20 0 1 0 0-40z M14 24h19 M25 15l9 9-9 9'),
  altered: icon('M24 5 45 42H3z M24 18v12 M24 36v.5'),
  unknown: icon(
    'M24 4a20 20 0 1 0 0 40 20 20 0 1 0 0-40z M18 19a6 6 0 1 1 8 6c-2 1-2 2-2 4 M24 35v.5',
  ),
}

function icon(path: string): ReturnType<typeof html> {
  return html`<svg aria-hidden="true" viewBox="0 0 48 48" width="72" height="72"><path d="${path}" /></svg>`
}
