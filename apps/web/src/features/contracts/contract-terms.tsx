import { useT } from '../../ui/staff/words.ts'
import type { Terms } from './queries.ts'
import { type TermText, useTermTexts } from './use-term-texts.ts'

/** The terms as they are written, to read without opening the PDF. */
export function ContractTerms({ terms }: { terms: Terms }) {
  const t = useT()
  const texts = useTermTexts()(terms).filter(({ lines }) => lines.length > 0)
  return (
    <section className="panel" aria-labelledby="terms">
      <h2 id="terms">{t('contracts.page.terms')}</h2>
      <dl className="facts">
        {texts.flatMap((text) => [
          <dt key={`${text.key}?`}>{text.label}</dt>,
          <dd key={text.key}>
            <TermLines text={text} />
          </dd>,
        ])}
      </dl>
    </section>
  )
}

/** One term: a list keeps its items. */
export function TermLines({
  text: { lines, isList },
}: {
  text: Pick<TermText, 'lines' | 'isList'>
}) {
  if (!isList) return lines.join(' ')
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
