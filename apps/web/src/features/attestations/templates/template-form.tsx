import { Button } from '@mantine/core'
import {
  type FreeTextTag,
  freeTextFaults,
  MOST_FREE_LINES,
  MOST_FREE_TEXT,
  plainFreeText,
  tagsOf,
} from '@terreau/domain/attestations/free-text'
import { useEffect, useRef, useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { problemOf } from '../../../lib/problem-error.ts'
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
  drafts: Drafts
}

/** The text, the words it may hold beside it, the result on a real person, then the act. */
export function TemplateForm(props: TemplateFormProps) {
  const t = useT()
  const { template } = props
  const { kind, locale } = template
  const publish = usePublishTemplate()
  const { read, newer, body, setBody, startFrom } = useDraft(props)
  const [attempt, setAttempt] = useState(0)
  const [tried, setTried] = useState<string | null>(null)
  const [published, setPublished] = useState<number | null>(null)
  const text = plainFreeText(body)
  const basedOn = newer?.version ?? read?.version ?? 0
  const fault = useFault(template, text)
  const isSame = text === ((newer ?? read)?.body ?? '')
  // The list of errors takes the focus: it speaks of the text that was sent, not of one being typed.
  const refused = fault ?? (isSame ? t('attestations.templates.same') : null)
  // What somebody else published meanwhile is shown above the text: to load the page again would lose this one.
  const isLate = problemOf(publish.error)?.code === 'version-changed'
  const form = useFieldErrors(
    isLate ? null : publish.error,
    tried === body ? { body: refused } : {},
  )
  const submit = () => {
    setAttempt(attempt + 1)
    setTried(body)
    setPublished(null)
    if (fault !== null || isSame) return
    afterWrite(
      publish.mutateAsync({ kind, locale, body: text, basedOn }),
      ({ version }: { version: number }) => {
        startFrom({ version, body: text })
        setPublished(version)
        setTried(null)
      },
    )
  }
  return (
    <Form
      onSubmit={submit}
      submitLabel={t('attestations.templates.publish', { version: basedOn + 1 })}
      isBusy={publish.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
      aside={
        <span className="dimmed" role="status">
          {published === null || newer
            ? t('attestations.templates.effect')
            : t('attestations.templates.published', { version: published })}
        </span>
      }
    >
      {newer && !publish.isPending && (
        <Newer
          key={newer.version}
          newer={newer}
          takesFocus={isLate}
          onTake={() => startFrom(newer)}
        />
      )}
      <LongTextField
        name="body"
        label={t('attestations.templates.body')}
        hint={t('attestations.templates.bodyHint')}
        value={body}
        onChange={setBody}
        error={fault ?? form.errorOf('body')}
      />
      <Tags kind={kind} onAdd={(tag) => setBody(`${body}{{${tag}}}`)} />
      <TemplatePreview template={template} body={text} isRight={fault === null} />
    </Form>
  )
}

type Read = Pick<TemplateVersion, 'version' | 'body'>

/** A text being written, and the version it was written over. */
interface Draft {
  read: Read | undefined
  body: string
}
/** What was typed for each kind and language, kept while another one is looked at. */
export type Drafts = Map<string, Draft>

/**
 * A version that somebody else publishes meanwhile takes the place of the text only when nothing was changed here:
 * nobody loses what they typed.
 */
function useDraft({ template: { kind, locale }, current, drafts }: TemplateFormProps) {
  const key = `${kind} ${locale}`
  const [{ read, body }, setDraft] = useState<Draft>(
    drafts.get(key) ?? { read: current, body: current?.body ?? '' },
  )
  const keep = (draft: Draft) => {
    drafts.set(key, draft)
    setDraft(draft)
  }
  const setBody = (typed: string) => keep({ read, body: typed })
  const startFrom = (from: Read) => keep({ read: from, body: from.body })
  const isNewer = current !== undefined && current.version > (read?.version ?? 0)
  if (isNewer && body === (read?.body ?? '')) startFrom(current)
  return { read, newer: isNewer ? current : null, body, setBody, startFrom }
}

interface NewerProps {
  newer: TemplateVersion
  /** The text was refused for it: whoever sent it is led here, away from the button that would publish over it. */
  takesFocus: boolean
  onTake: () => void
}

/** What somebody else published while this text was written. */
function Newer({ newer, takesFocus, onTake }: NewerProps) {
  const t = useT()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) panel.current?.focus()
  }, [takesFocus])
  const { version, publishedBy: name, body } = newer
  return (
    <section className="panel" ref={panel} tabIndex={-1} aria-labelledby="newer">
      <p id="newer" role="status">
        {t('attestations.templates.newer', { version, name })}
      </p>
      <p className="template-body">{body === '' ? t('attestations.templates.noText') : body}</p>
      <Button variant="default" onClick={onTake}>
        {t('attestations.templates.takeNewer', { version })}
      </Button>
    </section>
  )
}

/** What is wrong with the text while it is typed, in the words of the API. */
function useFault({ kind }: Template, text: string): string | null {
  const t = useT()
  const { unknownTags, hasLooseBrace, isTooHigh } = freeTextFaults(kind, text)
  if (unknownTags.length > 0) return t('fieldErrors.tag-unknown', { tags: unknownTags.join(', ') })
  if (hasLooseBrace) return t('fieldErrors.brace-loose', { example: '{{nom}}' })
  if (isTooHigh) return t('fieldErrors.too-many-lines', { most: MOST_FREE_LINES })
  const most = MOST_FREE_TEXT
  return text.length > most
    ? t('attestations.templates.tooLong', { most, count: text.length - most })
    : null
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
