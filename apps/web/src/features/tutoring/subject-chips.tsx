import { TUTORING_SUBJECTS, type TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { useT } from '../../ui/phone/words.ts'

interface Props {
  value: readonly TutoringSubject[]
  onChange: (subjects: readonly TutoringSubject[]) => void
}

/** What it was about: as many as wanted, none needed. */
export function SubjectChips({ value, onChange }: Props) {
  const t = useT()
  const toggle = (subject: TutoringSubject) =>
    onChange(value.includes(subject) ? value.filter((s) => s !== subject) : [...value, subject])
  return (
    <fieldset className="field">
      <legend>
        {t('tutoringPhone.log.subjects')} <span className="optional">{t('common.optional')}</span>
      </legend>
      <div className="chips">
        {TUTORING_SUBJECTS.map((subject) => (
          <label className="chip" key={subject} htmlFor={`subject-${subject}`}>
            <input
              id={`subject-${subject}`}
              type="checkbox"
              checked={value.includes(subject)}
              onChange={() => toggle(subject)}
            />
            <span>{t(`tutoringPhone.subject.${subject}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
