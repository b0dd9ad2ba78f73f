// Reading a JSON file that somebody wrote: where it stops being JSON, and no key written twice. JSON.parse keeps the
// last of two equal keys without a word, and often tells no place.

export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly problem: 'not-json' | 'key-twice'
      /** From 1. */
      readonly line: number
      readonly column: number
      /** Where the key stands in the value; empty for what is no JSON. */
      readonly path: readonly (string | number)[]
    }

const SPACE = /[ \t\n\r]*/y
// A letter of a text: from the space on, but a quote and a backslash.
const TEXT = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*"/y
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y

type Open = { readonly keys: Set<string> | null; at: string | number }

export function readStrictJson(text: string): StrictJson {
  const reader = new Reader(text)
  const problem = reader.firstProblem()
  if (problem === null) return { ok: true, value: JSON.parse(text) }
  const before = text.slice(0, reader.position).split('\n')
  const column = (before.at(-1) ?? '').length + 1
  return { ok: false, problem, line: before.length, column, path: reader.path(problem) }
}

/** Goes through a text once, without recursion: a file may be nested as deep as it likes. */
class Reader {
  position = 0
  readonly #text: string
  readonly #open: Open[] = []

  constructor(text: string) {
    this.#text = text
  }

  path(problem: 'not-json' | 'key-twice') {
    return problem === 'not-json' ? [] : this.#open.map(({ at }) => at)
  }

  firstProblem(): 'not-json' | 'key-twice' | null {
    for (;;) {
      this.#take(SPACE)
      const begun = this.#beginValue()
      if (begun === 'begun') continue
      if (begun !== 'done') return begun
      const next = this.#afterValue()
      if (next === 'end') return null
      if (next !== 'value') return next
    }
  }

  /** A scalar or an empty bracket is done; a bracket with something in it is begun. */
  #beginValue(): 'begun' | 'done' | 'not-json' | 'key-twice' {
    const bracket = this.#text[this.position]
    if (bracket !== '{' && bracket !== '[') {
      return this.#take(TEXT) !== null || this.#take(SCALAR) !== null ? 'done' : 'not-json'
    }
    this.position += 1
    this.#take(SPACE)
    const closing = bracket === '{' ? '}' : ']'
    if (this.#text[this.position] === closing) {
      this.position += 1
      return 'done'
    }
    if (bracket === '[') {
      this.#open.push({ keys: null, at: 0 })
      return 'begun'
    }
    this.#open.push({ keys: new Set(), at: '' })
    return this.#takeKey() ?? 'begun'
  }

  /** What follows a value: the end, another value, or a problem. */
  #afterValue(): 'end' | 'value' | 'not-json' | 'key-twice' {
    for (;;) {
      this.#take(SPACE)
      const inner = this.#open.at(-1)
      const mark = this.#text[this.position]
      if (inner === undefined) return mark === undefined ? 'end' : 'not-json'
      if (mark === ',') {
        this.position += 1
        this.#take(SPACE)
        if (typeof inner.at === 'number') inner.at += 1
        return (inner.keys === null ? null : this.#takeKey()) ?? 'value'
      }
      if (mark !== (inner.keys === null ? ']' : '}')) return 'not-json'
      this.position += 1
      this.#open.pop()
    }
  }

  #takeKey(): 'not-json' | 'key-twice' | null {
    const start = this.position
    const written = this.#take(TEXT)
    const inner = this.#open.at(-1)
    if (written === null || inner === undefined) return 'not-json'
    const key: string = JSON.parse(written)
    inner.at = key
    if (inner.keys?.has(key)) {
      this.position = start
      return 'key-twice'
    }
    inner.keys?.add(key)
    this.#take(SPACE)
    if (this.#text[this.position] !== ':') return 'not-json'
    this.position += 1
    return null
  }

  #take(what: RegExp): string | null {
    what.lastIndex = this.position
    const found = what.exec(this.#text)
    if (found === null) return null
    this.position = what.lastIndex
    return found[0]
  }
}
