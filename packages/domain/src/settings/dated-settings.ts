/**
 * How a setting is counted: cents of euro, basis points of a rate, a day of the month, days, months, a number of
 * times, people, hours, a month of the calendar (1 for January), or 1 for yes and 0 for no.
 */
export type SettingUnit =
  | 'cents'
  | 'rate-bp'
  | 'day'
  | 'days'
  | 'months'
  | 'count'
  | 'people'
  | 'hours'
  | 'month-of-year'
  | 'yes-no'

interface DatedSetting {
  readonly unit: SettingUnit
  readonly least: bigint
  readonly most: bigint
}

/**
 * What a cooperative decides by itself, from a day on. None of these is a constant of the product: the
 * past keeps the value of its day.
 */
export const DATED_SETTINGS = {
  /** Share of the accident insurance re-billed each month to people under CAPE. */
  accident_cover_monthly_cents: { unit: 'cents', least: 0n, most: 10_000n },
  /** Closing, a new contribution, a changed IBAN and the pay export need a second person who agrees. */
  two_persons_required: { unit: 'yes-no', least: 0n, most: 1n },
  /** Certificates of attendance at meetings and interviews are issued; nothing decided: they are not. */
  attendance_certificates: { unit: 'yes-no', least: 0n, most: 1n },
  /** Part of the VAT on telephone bills that the cooperative recovers. */
  phone_vat_share_bp: { unit: 'rate-bp', least: 0n, most: 10_000n },
  /** Day of the following month until which a declaration is in time. */
  declaration_deadline_day: { unit: 'day', least: 1n, most: 31n },
  /** Days before that day on which who has not declared is reminded, first and last. */
  declaration_first_reminder_days: { unit: 'days', least: 0n, most: 28n },
  declaration_last_reminder_days: { unit: 'days', least: 0n, most: 28n },
  /** How often somebody is reminded of one month at most. */
  declaration_reminders_most: { unit: 'count', least: 0n, most: 10n },
  /** Above this amount a missing receipt is flagged. */
  receipt_threshold_cents: { unit: 'cents', least: 0n, most: 1_000_000n },
  /** What is paid back at most for one expense of a kind; nothing decided: no ceiling. */
  expense_ceiling_restaurant_cents: { unit: 'cents', least: 0n, most: 1_000_000n },
  expense_ceiling_hotel_cents: { unit: 'cents', least: 0n, most: 1_000_000n },
  expense_ceiling_train_cents: { unit: 'cents', least: 0n, most: 1_000_000n },
  expense_ceiling_phone_cents: { unit: 'cents', least: 0n, most: 1_000_000n },
  /** Days after which a notice to URSSAF or France Travail that was not sent is late (R5142-1). */
  notice_alert_days: { unit: 'days', least: 0n, most: 30n },
  /** How old an answer of the prefecture or a proof of registration may be on the day of a hire. */
  hire_check_days: { unit: 'days', least: 1n, most: 365n },
  /** Days before the first reminder of a piece that was asked for. */
  piece_reminder_first_days: { unit: 'days', least: 1n, most: 90n },
  /** Days between two reminders. */
  piece_reminder_next_days: { unit: 'days', least: 1n, most: 90n },
  /** How often a piece is asked for again at most. */
  piece_reminders_most: { unit: 'count', least: 0n, most: 10n },
  /** Days before the end of a paper (insurance, diploma…) on which it is told, first and last. */
  paper_alert_first_days: { unit: 'days', least: 0n, most: 365n },
  paper_alert_last_days: { unit: 'days', least: 0n, most: 365n },
  /** Days that a document sent to sign waits before nobody can sign it any more. */
  signature_days: { unit: 'days', least: 1n, most: 365n },
  /** Days after which a person who has not signed is reminded, first and again. */
  signature_first_reminder_days: { unit: 'days', least: 1n, most: 90n },
  signature_second_reminder_days: { unit: 'days', least: 1n, most: 90n },
  /** Days that a copy of somebody's data can be opened. */
  personal_export_days: { unit: 'days', least: 1n, most: 60n },
  /** What a salary estimate depends on besides its amount (docs/rules/salary.md). */
  salary_headcount: { unit: 'people', least: 1n, most: 100_000n },
  salary_accident_rate_bp: { unit: 'rate-bp', least: 0n, most: 5_000n },
  salary_health_cover_cents: { unit: 'cents', least: 0n, most: 100_000n },
  salary_health_employer_share_bp: { unit: 'rate-bp', least: 5_000n, most: 10_000n },
  /** The month in which the financial year begins; nothing decided: January (docs/rules/salary.md). */
  financial_year_first_month: { unit: 'month-of-year', least: 1n, most: 12n },
  /** Months at most during which health and welfare cover goes on after a CESA (CSS L911-8: twelve). */
  kept_cover_most_months: { unit: 'months', least: 0n, most: 12n },
  /** Approved hours of volunteering at which a tutor is given a badge; nothing decided: no badge. */
  tutor_badge_first_hours: { unit: 'hours', least: 1n, most: 10_000n },
  tutor_badge_second_hours: { unit: 'hours', least: 1n, most: 10_000n },
  tutor_badge_third_hours: { unit: 'hours', least: 1n, most: 10_000n },
  /** How to reach somebody, and what was said, after their last contract: kept so long. */
  retention_contact_months: { unit: 'months', least: 1n, most: 120n },
  /** Identity papers, CV and other papers, after the last contract: kept so long. */
  retention_papers_months: { unit: 'months', least: 1n, most: 120n },
  /** Certificates, after the last contract: kept so long. */
  retention_attestation_months: { unit: 'months', least: 1n, most: 120n },
  /** Notes of tutoring, after the last contract: kept so long. */
  retention_tutoring_months: { unit: 'months', least: 1n, most: 120n },
  /** Messages that left: kept so long. */
  retention_message_months: { unit: 'months', least: 1n, most: 60n },
  /** Looks at papers, checks of certificates and sign-ins: kept so long. */
  retention_log_months: { unit: 'months', least: 6n, most: 24n },
  /** Contents of the journal; its lines stay: kept so long. */
  retention_journal_months: { unit: 'months', least: 12n, most: 240n },
} as const satisfies Record<string, DatedSetting>

export type SettingKey = keyof typeof DATED_SETTINGS

export const SETTING_KEYS: readonly SettingKey[] = Object.keys(DATED_SETTINGS).filter(isSettingKey)

/** Whether a text names a setting. */
export function isSettingKey(text: string): text is SettingKey {
  return Object.hasOwn(DATED_SETTINGS, text)
}

/** Whether a whole number lies within the bounds of a setting. */
export function isSettingValue(key: SettingKey, value: bigint): boolean {
  const { least, most } = DATED_SETTINGS[key]
  return value >= least && value <= most
}
