/** The part of fontkit 2 used here; the package ships no types. */
declare module 'fontkit' {
  export type Glyph = { readonly advanceWidth: number; readonly path: { toSVG(): string } }
  export type GlyphRun = { readonly glyphs: readonly Glyph[] }
  export type Font = {
    readonly postscriptName: string
    readonly characterSet: readonly number[]
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): unknown
    layout(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun
  }
  export function create(bytes: Uint8Array): Font
}
