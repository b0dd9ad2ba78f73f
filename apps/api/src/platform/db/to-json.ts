import type { Json } from './database.gen.ts'

/** Plain JSON for a jsonb column: bigint cents become decimal strings. */
export function toJson(value: unknown): Json | null {
  if (value === undefined || value === null) return null
  return JSON.parse(
    JSON.stringify(value, (_key, v: unknown) => (typeof v === 'bigint' ? v.toString() : v)),
  )
}
