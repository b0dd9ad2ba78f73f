import type { decisionReasons as source } from '../fr/decision-reasons.ts'
import type { Translation } from '../t.ts'

export const decisionReasons = {
  project_too_early: 'Your project still needs time before a contract.',
  activity_not_insurable: 'Our insurance does not cover this activity.',
  activity_regulated: 'The law asks for a diploma or a title for this activity.',
  needs_premises_or_investment:
    'Your project needs premises or a large purchase. We cannot carry it.',
  not_available_enough: 'Your project needs more time than you have today.',
  outside_territory: 'You are too far from our places.',
  no_place_left: 'We have no place left for now.',
  better_helped_elsewhere: 'Another organisation can help you better.',
  other: 'We explain why below.',
} as const satisfies Translation<typeof source>
