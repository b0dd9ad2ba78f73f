import { elided } from './elision.ts'

/** The two languages of the product. French is the source; English has exactly the same keys. */
export type Locale = 'fr' | 'en'

/** A message that changes with `{count}`. French needs `many` from a million on ("1 million de"). */
export interface PluralMessage {
  readonly one: string
  readonly many?: string
  readonly other: string
}
export type Message = string | PluralMessage
export interface Catalogue {
  readonly [key: string]: Message | Catalogue
}
export type MessageParams = Readonly<Record<string, string | number>>

/** Every dotted path of a catalogue that leads to a message: `'declarations.form.revenue.label'`. */
export type MessageKey<C> = {
  [K in keyof C & string]: C[K] extends Message ? K : `${K}.${MessageKey<C[K]>}`
}[keyof C & string]

/** What a translation of `C` must hold: the same keys, plural where the source is plural. */
export type Translation<C> = {
  readonly [K in keyof C]: C[K] extends string
    ? string
    : C[K] extends PluralMessage
      ? PluralMessage
      : Translation<C[K]>
}

type MessageAt<C, K extends string> = K extends `${infer Head}.${infer Rest}`
  ? Head extends keyof C
    ? MessageAt<C[Head], Rest>
    : never
  : K extends keyof C
    ? C[K]
    : never
type Placeholders<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never
type PlaceholdersOf<M> = M extends PluralMessage
  ? 'count' | Placeholders<M['other']>
  : Placeholders<M>

/** The keys whose message needs no argument: for labels kept in tables. */
export type PlainMessageKey<C> = {
  [K in MessageKey<C>]: [PlaceholdersOf<MessageAt<C, K>>] extends [never] ? K : never
}[MessageKey<C>]

/** The arguments after the key: the message's placeholders, or nothing when it has none. */
export type TranslateArgs<C, K extends string> = [PlaceholdersOf<MessageAt<C, K>>] extends [never]
  ? [params?: MessageParams]
  : [params: Readonly<Record<PlaceholdersOf<MessageAt<C, K>>, string | number>>]

/** The words of one key. `C` is the French catalogue whatever the language, so that keys are checked. */
export type Translate<C> = <K extends MessageKey<C>>(key: K, ...args: TranslateArgs<C, K>) => string

/** A translate function for one catalogue and one language. */
export function translator<C>(catalogue: Translation<C>, locale: Locale): Translate<C> {
  return (key, ...args) => translate(catalogue, locale, key, args[0])
}

/** Looks a key up at run time; null when the catalogue does not have it. A name may hold dots itself. */
export function findMessage(catalogue: object, key: string): Message | null {
  const whole = ownValue(catalogue, key)
  if (whole !== undefined) return isMessage(whole) ? whole : null
  const dot = key.indexOf('.')
  const part = dot === -1 ? undefined : ownValue(catalogue, key.slice(0, dot))
  if (typeof part !== 'object' || part === null) return null
  return findMessage(part, key.slice(dot + 1))
}

/** The words of a key known only at run time, such as the code of a problem. */
export function translate(
  catalogue: object,
  locale: Locale,
  key: string,
  params: MessageParams = {},
): string {
  const message = findMessage(catalogue, key)
  return message === null ? key : fill(chooseForm(message, locale, params), params)
}

function ownValue(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined
}

function isMessage(value: unknown): value is Message {
  if (typeof value === 'string') return true
  return typeof value === 'object' && value !== null && 'one' in value && 'other' in value
}

function chooseForm(message: Message, locale: Locale, params: MessageParams): string {
  if (typeof message === 'string') return message
  const form = new Intl.PluralRules(locale).select(Number(params.count))
  if (form === 'one') return message.one
  return form === 'many' ? (message.many ?? message.other) : message.other
}

function fill(text: string, params: MessageParams): string {
  return elided(text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)))
}
