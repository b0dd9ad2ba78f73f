import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import { useState } from 'react'
import { TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { attestationQueries, type Facts } from './queries.ts'

const SHOWN = 6

interface PersonPickerProps {
  /** The person chosen already; null while there is none. */
  person: Facts['person'] | null
  error: string | null
  onChoose: (personId: string) => void
}

/** The person chosen, or a search whose answers are buttons: it works with any keyboard and reader. */
export function PersonPicker({ person, error, onChoose }: PersonPickerProps) {
  const t = useT()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text, 200)
  const { data } = useQuery({ ...attestationQueries.people(search), enabled: person === null })
  if (person) {
    return (
      <div>
        <p className="chosen-person">
          {t('attestations.issue.person')} <strong>{person.name}</strong>
        </p>
        <Button variant="default" onClick={() => onChoose('')}>
          {t('attestations.issue.personChange')}
        </Button>
      </div>
    )
  }
  const people = data?.people.slice(0, SHOWN) ?? []
  return (
    <div>
      <TextField
        name="person"
        label={t('attestations.issue.person')}
        hint={t('attestations.issue.personSearchHint')}
        value={text}
        onChange={setText}
        error={error}
      />
      <ul className="person-answers" aria-label={t('attestations.issue.personSearch')}>
        {people.map(({ id, givenName, familyName, activity }) => (
          <li key={id}>
            <Button variant="subtle" onClick={() => onChoose(id)}>
              {`${fullName({ givenName, familyName })}${activity === '' ? '' : ` · ${activity}`}`}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status">{data && people.length === 0 ? t('attestations.issue.personNone') : null}</p>
    </div>
  )
}
