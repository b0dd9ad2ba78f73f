import { MoneyText } from '../../ui/money-text.tsx'

export interface Step {
  label: string
  cents: string
}

/** Amounts that add up to the last one. */
export function MoneySteps({ steps, result }: { steps: readonly Step[]; result: Step }) {
  return (
    <dl className="steps">
      {steps.map((step) => (
        <div key={step.label}>
          <dt>{step.label}</dt>
          <dd>
            <MoneyText cents={step.cents} />
          </dd>
        </div>
      ))}
      <div className="result">
        <dt>{result.label}</dt>
        <dd>
          <MoneyText cents={result.cents} />
        </dd>
      </div>
    </dl>
  )
}
