import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { isIssuableKind } from '@terreau/domain/attestations/kinds'
import { useState } from 'react'
import { apiUrl } from '../../../lib/api.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { PersonPicker } from '../person-picker.tsx'
import { attestationQueries } from '../queries.ts'
import type { Template } from './queries.ts'

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
  const query = { kind, locale, body, personId }
  return (
    <>
      <p className="dimmed">{t('attestations.templates.lookHint')}</p>
      <PersonPicker person={isOf ? facts.person : null} error={null} onChoose={setPersonId} />
      {error && <ErrorBlock error={error} />}
      {isOf && !facts.canIssue && <p role="status">{t('attestations.templates.lookNone')}</p>}
      {isOf && facts.canIssue && isRight && (
        <p>
          <Button
            component="a"
            variant="default"
            target="_blank"
            rel="noopener"
            href={apiUrl('GET /attestation-templates/preview', { query })}
          >
            {t('attestations.templates.lookOpen')}
          </Button>
        </p>
      )}
    </>
  )
}
