/** What a refusal may say besides its code: plain values that a message can show. */
export type RefusalParams = Readonly<Record<string, string | number>>

/** An expected "no". The code is translated by i18n, never shown as it is. */
export type Refusal<Code extends string = string> = {
  readonly code: Code
  readonly params: RefusalParams
}

/** A value, or the reason why there is none. */
export type Result<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R }

/** The accepted branch of a `Result`. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** The refused branch of a `Result`. */
export function refused<Code extends string>(
  code: Code,
  params: RefusalParams = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, params } }
}
