import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useT } from '../../ui/staff/words.ts'

/** Searches when sent, not at each letter: the address keeps what was asked. */
export function AttestationsSearch({ shown }: { shown: string }) {
  const t = useT()
  const [params, setParams] = useSearchParams()
  const [text, setText] = useState(shown)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const next = new URLSearchParams(params)
    next.delete('avant')
    if (text.trim() === '') next.delete('q')
    else next.set('q', text.trim())
    setParams(next)
  }
  const isMonth = params.get('vue') === 'mois'
  return (
    <search>
      <form className="search-row" onSubmit={submit}>
        <TextInput
          type="search"
          name="q"
          label={t('attestations.search.label')}
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('attestations.search.submit')}
        </Button>
        {shown !== '' && (
          <Link href={`/gestion/attestations${isMonth ? '?vue=mois' : ''}`}>
            {t('attestations.search.clear')}
          </Link>
        )}
      </form>
    </search>
  )
}
