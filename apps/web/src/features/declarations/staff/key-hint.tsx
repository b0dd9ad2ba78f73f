/** The letter that does the same from the list. Seen only: screen readers get the sentence under the list. */
export function KeyHint({ letter }: { letter: string }) {
  return (
    <span className="key-hint" aria-hidden="true">
      {letter}
    </span>
  )
}
