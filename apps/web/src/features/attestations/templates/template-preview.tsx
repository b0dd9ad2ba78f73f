import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { isIssuableKind } from '@terreau/domain/attestations/kinds'
import { useState } from 'react'
import { apiUrl } from '../../../lib/api.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { PersonPicker } from '../person-picker.tsx'
import { attestationQueries } from '../queries.ts'
import { type Template, type TrialQuery, templateQueries } from './queries.ts'

interface PreviewProps {
  template: Template
  body: string
  /** The text has no fault: it can be tried. */
  isRight: boolean
}

/** The document itself, for a real person, before anything is published. */
export function TemplatePreview({ template, body, isRight }: PreviewProps) {
  const t = useT()
  const { kind } = template
  return (
    <section aria-labelledby="look">
      <h2 id="look">{t('attestations.templates.look')}</h2>
      {isIssuableKind(kind) ? (
        <Trial kind={kind} locale={template.locale} body={body} isRight={isRight} />
      ) : (
        <p>{t('attestations.templates.lookTutor')}</p>
      )}
    </section>
  )
}

type TrialProps = Omit<PreviewProps, 'template'> & {
  kind: Parameters<typeof attestationQueries.facts>[0] & Template['kind']
  locale: Template['locale']
}

function Trial({ kind, locale, body, isRight }: TrialProps) {
  const t = useT()
  const [personId, setPersonId] = useState('')
  const offered = useQuery(attestationQueries.facts(kind, personId, []))
  const last = offered.data?.months.at(-1)
  const months = last === undefined ? [] : [last.month]
  const { data: facts, error } = useQuery(attestationQueries.facts(kind, personId, months))
  const isOf = facts?.person.id === personId
  const canTry = isOf && facts.canIssue && isRight
  return (
    <>
      <p className="dimmed">{t('attestations.templates.lookHint')}</p>
      <PersonPicker person={isOf ? facts.person : null} error={null} onChoose={setPersonId} />
      {error && <ErrorBlock error={error} />}
      {isOf && !facts.canIssue && <p role="status">{t('attestations.templates.lookNone')}</p>}
      {canTry && <TrialLink query={{ kind, locale, body, personId }} />}
    </>
  )
}

/** Drawn before it is offered: a sign that the font lacks is told here, not in an empty window. */
function TrialLink({ query }: { query: TrialQuery }) {
  const t = useT()
  const [body] = useDebouncedValue(query.body, 500)
  const tried = { ...query, body }
  const { isSuccess, error } = useQuery(templateQueries.trial(tried))
  const refused = useFieldErrors(error).lines[0]?.text
  if (refused !== undefined) return <p role="alert">{refused}</p>
  if (!isSuccess || body !== query.body) return <Loading />
  return (
    <p>
      <Button
        component="a"
        variant="default"
        target="_blank"
        rel="noopener"
        href={apiUrl('GET /attestation-templates/preview', { query: tried })}
      >
        {t('attestations.templates.lookOpen')}
      </Button>
    </p>
  )
}
