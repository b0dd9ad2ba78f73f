import type { staffFieldErrors as source } from '../fr/staff-field-errors.ts'
import type { Translation } from '../t.ts'

export const staffFieldErrors: Translation<typeof source> = {
  'tag-unknown': 'This certificate has no value for: {tags}. Take a word of the list.',
  'too-many-lines':
    'The text has too many lines: {most} at most. Write longer paragraphs, or less text.',
  'paid-before-employment': 'This employment starts on {on}. Check the day of payment.',
  'brace-loose': 'A brace stands alone. Write the word between double braces: {example}.',
  'p12-not-readable':
    'This file is not a certificate that we can read. Choose a .p12 or .pfx file.',
  'p12-password-wrong': 'This password does not open the file. Check each character.',
  'p12-without-key':
    'This file does not hold the private key of the certificate. Export both together.',
  'p12-key-not-supported':
    'This key cannot be used: RSA of at least 2048 bits, or an elliptic curve.',
  'certificate-over': 'This certificate is no longer valid. Ask for a new one.',
  'certificate-not-yet': 'This certificate is not valid yet.',
  'certificate-leaked': 'You said that others know the key of this certificate. Ask for a new one.',
  'assembly-before-year-end':
    'The assembly comes after the end of the financial year. Check this day.',
  'setting-out-of-bounds': 'This value is out of bounds. Check it.',
  'rate-not-understood': 'Write the rate in digits, for example 655.957.',
  'currency-is-fixed': 'The rate of this currency is fixed by treaty.',
  'snooze-not-ahead': 'Choose a day after today.',
  'snooze-too-late': 'The day has come or gone ({dueOn}). It must be done now.',
  'snooze-past-due': 'Not after {dueOn}: this day cannot be moved.',
  'interview-planned-in-past': 'This day has passed. Write when it was held.',
  'conductor-unknown': 'Choose somebody from the list.',
  'scheme-ends-before':
    'The decision would end before it begins. Choose a later month, or leave this field empty.',
  'cap-below-minimum':
    'Write a maximum of at least the minimum and the fixed part, or leave it empty.',
  'tiers-not-ordered': 'Tiers rise, and only the last one has no limit.',
  'bank-credit-before-sale': 'This day is before the sale. Check the date.',
  'bank-credit-unlikely':
    'The sale counts for {declared}. Write in euro what the bank credited for it alone.',
  'attendance-below-named': 'You ticked more people than this number.',
  'next-before-call': 'This date is before the call. Choose a later day.',
  'line-not-readable': 'This line does not have the 4 columns: month, currency, units, source.',
  'file-without-lines': 'The file has no line under its headings.',
  'file-too-many-lines': 'The file has more than 500 lines. Cut it in two.',
  'month-not-understood': 'Write the month like this: 2026-10.',
  'currency-unknown': 'This currency is not known. Write its code: USD.',
  'source-missing': 'Write where the rate comes from.',
  'rate-twice': 'This month and currency are already further up in the file.',
  'rate-is-used': 'An accepted account uses this rate: it no longer changes.',
  'reason-of-change-missing': 'Write why the referent changes.',
  'date-before-last-change': 'A later change exists already. Choose a day after it.',
  'tutoring-not-confirmed': 'The person helped has not confirmed.',
  'tutoring-not-firm': 'The person helped may still change their mind (7 days).',
  'tutoring-own-hours': 'These are your own hours: a colleague decides.',
  'pair-of-one': 'Choose somebody else: nobody tutors themselves.',
  'tutoring-hours-cross':
    'These hours cross others of the same person, who cannot be in two places.',
  'valuation-reason-missing':
    'The method changes: write why. The annex of the accounts repeats it.',
  'valuation-choice-incomplete': 'A value is missing for this method.',
  'volunteer-host-missing': 'Choose the host structure.',
  'volunteer-in-company':
    'No volunteer in a commercial company, except a SCIC (loi 47-1775, art. 19 septies).',
  'piece-is-right-to-work': 'A residence permit is checked apart, with the right to work.',
  'paper-end-unlikely': 'This day is more than 15 years ahead. Check the year.',
  'prolongation-too-short':
    'This paper must end after the permit. Check the last day written on it.',
  'prolongation-start-unknown':
    'The first day of the permit is not noted: its length is unknown (CESEDA L433-3). Record the permit with both days.',
  'prolongation-one-year-title':
    'The 3 months are for a permit of more than one year (CESEDA L433-3). Ask for the receipt or the extension certificate.',
  'prolongation-asked-late':
    'The renewal was asked after the permit ended: the 3 months do not apply (CESEDA L433-3). Ask for the receipt or the extension certificate.',
  'prolongation-no-end': 'The end of this permit is not written. Write it first.',
  'logo-kind': 'This is not a picture that we read. Choose a JPEG, PNG or WebP.',
  'logo-too-small': 'This picture is too small to be printed. Choose one at least 300 points wide.',
  'logo-white':
    'This picture is white: it would not be seen on paper. Choose the version in colour.',
  'logo-damaged': 'This file is damaged. Save the picture again, then choose it.',
  'logo-too-large': 'This picture is too large. Save it smaller: 2,000 points wide are enough.',
  'contract-day-far':
    'This day is out of range: from 6 August 2003, the first day of this law, to 31 December 2150.',
  'financial-year-unknown':
    'No financial year that had ended before the assembly ends in this month. Check the month, or the first month of the year under Dated values.',
  'agreement-end-wrong': 'Choose a day between the start and today.',
  'reference-taken': 'This reference already belongs to somebody else.',
  'piece-has-expired': 'This piece is no longer valid. Refuse it, or correct the date.',
}
