import type { FieldErrors } from '../../lib/field-errors.ts'
import type { ContractTextName, ContractValues } from './contract-values.ts'

/** What each part of the form of a contract gets. */
export interface ContractFieldsProps {
  values: ContractValues
  onChange: (change: Partial<ContractValues>) => void
  form: FieldErrors
}

/** Joins a text of the form to its field; `at` is its place in the body. */
export function fieldOf(props: ContractFieldsProps) {
  const { values, onChange, form } = props
  return (at: string, name: ContractTextName) => ({
    name: at,
    value: values[name],
    // A line of a list may be refused ('…objectives.2'): its list shows it.
    error:
      form.errorOf(at) ?? form.lines.find((line) => line.name?.startsWith(`${at}.`))?.text ?? null,
    onChange: (text: string) => onChange({ [name]: text }),
  })
}
