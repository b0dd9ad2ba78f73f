/** The part of fontkit 2 used here; the package ships no types. */
declare module 'fontkit' {
  export type Font = {
    readonly postscriptName: string
    hasGlyphForCodePoint(codePoint: number): boolean
  }
  export function create(bytes: Uint8Array): Font
}
