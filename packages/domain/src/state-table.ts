import { ok, type Refusal, type Result, refused } from './result.ts'

/** from -> act -> to: the whole life of an object, as data. */
export type StateTable<State extends string, Act extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Act, State>>>>
>

/**
 * The state an act leads to, or a refusal with `code` and the state and act as params. An act
 * absent from the table is not allowed: there is no other rule hidden in code.
 */
export function applyAct<State extends string, Act extends string, Code extends string>(
  table: StateTable<State, Act>,
  from: { state: State; act: Act },
  code: Code,
): Result<State, Refusal<Code>> {
  const next: State | undefined = table[from.state][from.act]
  return next === undefined ? refused(code, { state: from.state, act: from.act }) : ok(next)
}
