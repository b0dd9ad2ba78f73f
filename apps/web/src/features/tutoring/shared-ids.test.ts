import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { fieldErrors } from '../../lib/field-errors.ts'
import { withPrefix } from '../../ui/staff/use-field-errors.ts'
import { PairForm } from './pair-form.tsx'
import { StateForm } from './state-form.tsx'

it('the form of a new pair and that of a pair from before share no id: each label leads to its own field', () => {
  const pair = { id: 'p', tutorName: 'Moussa', tuteeName: 'Awa' }
  const forms = createElement(
    QueryClientProvider,
    { client: new QueryClient() },
    createElement(StateForm, { pair, onDone: () => undefined }),
    createElement(PairForm),
  )
  const page = renderToString(createElement(MantineProvider, null, forms))
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.filter((id) => id?.endsWith('hostId'))).toHaveLength(2)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

it('what the server refuses leads to the field of its own form', () => {
  const words = { catalogue: {}, locale: 'fr' as const }
  const form = withPrefix(fieldErrors(null, { hostId: 'Choisissez.' }, words), 'state-')
  expect(form.lines).toEqual([{ name: 'state-hostId', text: 'Choisissez.' }])
  expect(form.errorOf('state-hostId')).toBe('Choisissez.')
})
