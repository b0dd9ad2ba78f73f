import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import { useState } from 'react'
import { TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { activityQueries } from './queries.ts'

const SHOWN = 6

interface MemberSearchProps {
  /** Who is there already, and is not offered again. */
  taken: readonly string[]
  onChoose: (person: { personId: string; name: string }) => void
}

/** A search whose answers are buttons: each adds somebody to those who share. */
export function MemberSearch({ taken, onChoose }: MemberSearchProps) {
  const t = useT()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text, 200)
  const { data } = useQuery(activityQueries.people(search))
  const people = (data?.people ?? []).filter((person) => !taken.includes(person.id))
  const isAsked = search.trim() !== ''
  return (
    <div>
      <TextField
        name="member"
        label={t('activities.form.add')}
        hint={t('activities.form.addHint')}
        value={text}
        onChange={setText}
      />
      {isAsked && people.length > 0 && (
        <ul className="plain-list" aria-label={t('activities.form.found')}>
          {people.slice(0, SHOWN).map(({ id, givenName, familyName, reference }) => (
            <li key={id}>
              <Button
                variant="subtle"
                onClick={() => {
                  onChoose({ personId: id, name: fullName({ givenName, familyName }) })
                  setText('')
                }}
              >
                {`${fullName({ givenName, familyName })} · ${reference}`}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p role="status">
        {isAsked && data && people.length === 0 ? t('activities.form.nobody') : null}
      </p>
    </div>
  )
}
