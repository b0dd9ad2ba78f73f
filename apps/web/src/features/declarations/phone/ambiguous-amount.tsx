import type { CurrencyCode } from '@terreau/domain/money/currency'
import { useEffect, useRef } from 'react'
import { MoneyText } from '../../../ui/money-text.tsx'
import { Button } from '../../../ui/phone/button.tsx'
import { useT } from '../../../ui/phone/words.ts'

interface AmbiguousAmountProps {
  text: string
  currency: CurrencyCode
  /** The decimal reading, then the thousands. */
  readings: readonly [bigint, bigint]
  onChoose: (minorUnits: bigint) => void
}

/** "1.250" may be 1,25 € or 1 250 €: two buttons, and the focus goes to the question. */
export function AmbiguousAmount({ text, currency, readings, onChoose }: AmbiguousAmountProps) {
  const t = useT()
  const question = useRef<HTMLHeadingElement>(null)
  // Another text is another question.
  useEffect(() => {
    if (text !== '') question.current?.focus()
  }, [text])
  return (
    <section className="notice attention">
      <h2 ref={question} tabIndex={-1}>
        {t('declarationsSteps.ambiguous', { text })}
      </h2>
      {readings.map((units) => (
        <Button key={String(units)} type="button" look="secondary" onClick={() => onChoose(units)}>
          <MoneyText cents={String(units)} currency={currency} />
        </Button>
      ))}
    </section>
  )
}
