import { Button } from '@mantine/core'
import {
  type FreeTextTag,
  freeTextFaults,
  MOST_FREE_LINES,
  MOST_FREE_TEXT,
  tagsOf,
} from '@terreau/domain/attestations/free-text'
import { useState } from 'react'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type Template, type TemplateVersion, usePublishTemplate } from './queries.ts'
import { TemplatePreview } from './template-preview.tsx'

interface TemplateFormProps {
  template: Template
  /** The version in use; absent while nothing was published. */
  current: TemplateVersion | undefined
}

/** The text, the words it may hold beside it, the result on a real person, then the act. */
export function TemplateForm({ template, current }: TemplateFormProps) {
  const t = useT()
  const { kind, locale } = template
  const publish = usePublishTemplate()
  const [body, setBody] = useState(current?.body ?? '')
  const [attempt, setAttempt] = useState(0)
  const [tried, setTried] = useState<string | null>(null)
  const basedOn = current?.version ?? 0
  const fault = useFault(template, body)
  const isSame = body.trim() === (current?.body ?? '')
  // The list of errors takes the focus: it speaks of the text that was sent, not of one being typed.
  const refused = fault ?? (isSame ? t('attestations.templates.same') : null)
  const form = useFieldErrors(publish.error, tried === body ? { body: refused } : {})
  const submit = () => {
    setAttempt(attempt + 1)
    setTried(body)
    if (fault !== null || isSame) return
    publish.mutate({ kind, locale, body: body.trim(), basedOn })
  }
  return (
    <Form
      onSubmit={submit}
      submitLabel={t('attestations.templates.publish', { version: basedOn + 1 })}
      isBusy={publish.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
      aside={<span className="dimmed">{t('attestations.templates.effect')}</span>}
    >
      <LongTextField
        name="body"
        label={t('attestations.templates.body')}
        hint={t('attestations.templates.bodyHint')}
        value={body}
        onChange={setBody}
        error={fault ?? form.errorOf('body')}
      />
      <Tags kind={kind} onAdd={(tag) => setBody(`${body}{{${tag}}}`)} />
      <TemplatePreview template={template} body={body.trim()} isRight={fault === null} />
    </Form>
  )
}

/** What is wrong with the text while it is typed, in the words of the API. */
function useFault({ kind }: Template, body: string): string | null {
  const t = useT()
  const { unknownTags, hasLooseBrace, isTooHigh } = freeTextFaults(kind, body)
  if (unknownTags.length > 0) return t('fieldErrors.tag-unknown', { tags: unknownTags.join(', ') })
  if (hasLooseBrace) return t('fieldErrors.brace-loose', { example: '{{nom}}' })
  if (isTooHigh) return t('fieldErrors.too-many-lines', { most: MOST_FREE_LINES })
  return body.trim().length > MOST_FREE_TEXT ? t('fieldErrors.field-too-long') : null
}

function Tags({ kind, onAdd }: { kind: Template['kind']; onAdd: (tag: FreeTextTag) => void }) {
  const t = useT()
  return (
    <section aria-labelledby="tags">
      <h2 id="tags">{t('attestations.templates.tags')}</h2>
      <ul className="template-tags">
        {tagsOf(kind).map((tag) => (
          <li key={tag}>
            <Button
              variant="default"
              aria-label={t('attestations.templates.add', { tag: `{{${tag}}}` })}
              onClick={() => onAdd(tag)}
            >
              {`{{${tag}}}`}
            </Button>{' '}
            {t(`attestations.templates.tag.${tag}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
