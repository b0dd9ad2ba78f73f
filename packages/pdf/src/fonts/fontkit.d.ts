/** The part of fontkit 2 used here; the package ships no types. */
declare module 'fontkit' {
  export type Glyph = { readonly advanceWidth: number; readonly path: { toSVG(): string } }
  export type GlyphRun = { readonly glyphs: readonly Glyph[] }
  /** Reads its outline from the file; used by the part of a font that a document takes along. */
  export type OutlinedGlyph = { _decode: () => unknown }
  export type Font = {
    readonly postscriptName: string
    readonly characterSet: readonly number[]
    glyphForCodePoint(codePoint: number): unknown
    getGlyph(id: number): OutlinedGlyph
    layout(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun
  }
  export function create(bytes: Uint8Array): Font
}
