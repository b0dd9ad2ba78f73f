import { TUTORING_SUBJECTS, type TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { useT } from '../../ui/phone/words.ts'
import { CheckChips } from './check-chips.tsx'

interface Props {
  value: readonly TutoringSubject[]
  onChange: (subjects: readonly TutoringSubject[]) => void
}

/** What it was about: as many as wanted, none needed. */
export function SubjectChips({ value, onChange }: Props) {
  const t = useT()
  return (
    <CheckChips
      name="subject"
      legend={t('tutoringPhone.log.subjects')}
      isOptional
      value={value}
      onChange={onChange}
      options={TUTORING_SUBJECTS.map((subject) => ({
        value: subject,
        label: t(`tutoringPhone.subject.${subject}`),
      }))}
    />
  )
}
