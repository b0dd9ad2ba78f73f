import { useT } from '../../../ui/staff/words.ts'
import { useLanguages } from './languages.ts'
import type { Matches } from './queries.ts'

type Proposal = Matches['proposals'][number]
type Fit = Proposal['reasons'][number]
type Caution = Proposal['cautions'][number]
type Exclusion = Matches['excluded'][number]['why'][number]

/** Each reason of the rule as a sentence of the page. */
export function useMatchWords() {
  const t = useT()
  const { listOf } = useLanguages()
  const momentsOf = (moments: Extract<Fit, { code: 'same-moment' }>['moments']) =>
    moments.map((one) => t(`tutoringMatch.moment.${one}`)).join(', ')
  const subjectOf = (subject: Extract<Fit, { code: 'skill' }>['subject']) =>
    t(`tutoringMatch.subject.${subject}`)

  const fit = (reason: Fit): string => {
    switch (reason.code) {
      case 'skill':
        return t('tutoringMatch.fit.skill', { subject: subjectOf(reason.subject) })
      case 'same-language':
        return t('tutoringMatch.fit.same-language', { languages: listOf(reason.languages) })
      case 'free-load':
        return t('tutoringMatch.fit.free-load', reason)
      case 'same-form':
        return t('tutoringMatch.fit.same-form', { form: t(`tutoringMatch.form.${reason.form}`) })
      case 'same-moment':
        return t('tutoringMatch.fit.same-moment', { moments: momentsOf(reason.moments) })
      case 'same-town':
        return t('tutoringMatch.fit.same-town', reason)
    }
  }

  const caution = (reason: Caution): string =>
    reason.code === 'other-town'
      ? t('tutoringMatch.caution.other-town', reason)
      : t('tutoringMatch.caution.other-moment', { moments: momentsOf(reason.moments) })

  const why = (reason: Exclusion): string => {
    switch (reason.code) {
      case 'charter-outdated':
        return t('tutoringMatch.why.charter-outdated', reason)
      case 'cap-reached':
        return t('tutoringMatch.why.cap-reached', reason)
      case 'no-language':
        return t('tutoringMatch.why.no-language', { languages: listOf(reason.languages) })
      case 'no-skill':
        return t('tutoringMatch.why.no-skill', { subject: subjectOf(reason.subject) })
      case 'no-form':
        return t('tutoringMatch.why.no-form', { form: t(`tutoringMatch.form.${reason.form}`) })
      default:
        return t(`tutoringMatch.why.${reason.code}`)
    }
  }
  return { fit, caution, why }
}
