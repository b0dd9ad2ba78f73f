/** Texts of another language: the same keys, each a text of its own. */
export type SameTexts<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : SameTexts<Texts[Key]>
}
