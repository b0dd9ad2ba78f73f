import { problemOf } from '../../lib/problem-error.ts'

/** What is wrong with the file, by the code of the refusal: the words of an upload ask for a photo or a PDF. */
const REFUSALS = {
  'logo-kind': 'logo-kind',
  'logo-too-small': 'logo-too-small',
  'logo-white': 'logo-white',
  'file-kind-refused': 'logo-kind',
  'file-heic': 'logo-kind',
  'file-unreadable': 'logo-damaged',
  'file-too-many-pixels': 'logo-too-large',
} as const

/** The words of this page for it, by their key; null when it is no fault of the file. */
export function refusalOf(error: unknown) {
  const problem = problemOf(error)
  const code = problem?.errors?.[0]?.code ?? problem?.code ?? ''
  return Object.hasOwn(REFUSALS, code) ? REFUSALS[code as keyof typeof REFUSALS] : null
}
