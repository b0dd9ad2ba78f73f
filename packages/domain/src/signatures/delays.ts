/** What holds while a cooperative has set nothing else: a choice of the product, of no law. */
export const SIGNATURE_DELAYS = {
  signature_days: 30,
  signature_first_reminder_days: 3,
  signature_second_reminder_days: 7,
} as const
