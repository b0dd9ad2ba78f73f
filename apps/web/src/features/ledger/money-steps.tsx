import { MoneyText } from '../../ui/money-text.tsx'

export interface Step {
  label: string
  /** What tells two amounts of the same kind apart. */
  detail?: string
  cents: string
}

/** Amounts that add up to the last one. */
export function MoneySteps({ steps, result }: { steps: readonly Step[]; result?: Step }) {
  return (
    <dl className="steps">
      {steps.map((step) => (
        <div key={`${step.label} ${step.detail ?? ''}`}>
          <dt>
            {step.label}
            {step.detail && <p className="hint">{step.detail}</p>}
          </dt>
          <dd>
            <MoneyText cents={step.cents} />
          </dd>
        </div>
      ))}
      {result && (
        <div className="result">
          <dt>{result.label}</dt>
          <dd>
            <MoneyText cents={result.cents} />
          </dd>
        </div>
      )}
    </dl>
  )
}
