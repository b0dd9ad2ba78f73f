/** Invented choices that are the same at every filling: a topic always gives the same sequence. */
export interface Random {
  /** A whole number, both ends included. */
  int(low: number, high: number): number
  chance(percent: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
  uuid(): string
}

/** The sequence of a topic ('awa', 3, 'sales'). It depends neither on the clock nor on what was drawn before. */
export function randomOf(...topic: readonly (string | number)[]): Random {
  let state = fnv1a(`terreau demonstration ${topic.join(' ')}`)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    return mixed(state)
  }
  const int = (low: number, high: number): number => low + (next() % (high - low + 1))
  return {
    int,
    chance: (percent) => int(1, 100) <= percent,
    pick: ([first, ...others]) => others[int(0, others.length) - 1] ?? first,
    uuid() {
      const hex = Array.from({ length: 4 }, () => next().toString(16).padStart(8, '0')).join('')
      const [a, b, c, d, e] = [0, 8, 13, 17, 20].map((at) => hex.slice(at))
      const variant = '89ab'[Number.parseInt(d?.slice(0, 1) ?? '0', 16) % 4]
      return `${a?.slice(0, 8)}-${b?.slice(0, 4)}-4${c?.slice(0, 3)}-${variant}${d?.slice(0, 3)}-${e?.slice(0, 12)}`
    },
  }
}

/** The last step of mulberry32 (Tommy Ettinger, public domain): enough for invented amounts. */
function mixed(state: number): number {
  let t = Math.imul(state ^ (state >>> 15), state | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return (t ^ (t >>> 14)) >>> 0
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash
}
