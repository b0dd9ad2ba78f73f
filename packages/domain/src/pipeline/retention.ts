import { type DatedParameter, valueOn } from '../legal/dated-parameter.ts'
import { addMonthsClamped, type LocalDate, localDate } from '../time/local-date.ts'

/** How long somebody who did not enter is kept after the last contact. */
export const CONTACT_RETENTION: DatedParameter<{ months: number }> = [
  {
    from: localDate('2020-01-01'),
    value: { months: 24 },
    source:
      'CNIL, référentiel relatif à la gestion des ressources humaines : deux ans après le dernier contact pour une candidature non retenue',
  },
]

/** The day on which a contact that led nowhere is erased. Each new contact moves it. */
export function contactDeleteOn(lastContactOn: LocalDate): LocalDate {
  return addMonthsClamped(lastContactOn, valueOn(CONTACT_RETENTION, lastContactOn).value.months)
}
