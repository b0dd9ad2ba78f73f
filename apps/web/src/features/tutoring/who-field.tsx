import { RadioChips } from '../../ui/phone/radio-chips.tsx'
import { useT } from '../../ui/phone/words.ts'
import { CheckChips } from './check-chips.tsx'
import type { TutorHome } from './queries.ts'

const SEVERAL = 'several'

interface Props {
  tutees: TutorHome['tutees']
  value: readonly string[]
  onChange: (tuteeIds: readonly string[]) => void
  isGroup: boolean
  onGroup: (isGroup: boolean) => void
  error?: string | null | undefined
}

/** One person in one touch; several people open a list to tick. */
export function WhoField({ tutees, value, onChange, isGroup, onGroup, error }: Props) {
  const t = useT()
  const options = tutees.map((person) => ({ value: person.id, label: person.name }))
  const several = { value: SEVERAL, label: t('tutoringPhone.log.several') }
  return (
    <>
      <RadioChips
        name="tuteeIds"
        legend={t('tutoringPhone.log.who')}
        error={error}
        value={isGroup ? SEVERAL : (value[0] ?? null)}
        onChange={(choice) => {
          onGroup(choice === SEVERAL)
          if (choice !== SEVERAL) onChange([choice])
        }}
        options={tutees.length > 1 ? [...options, several] : options}
      />
      {isGroup && (
        <CheckChips
          name="group"
          legend={t('tutoringPhone.log.everybody')}
          value={value}
          onChange={onChange}
          options={options}
        />
      )}
    </>
  )
}
