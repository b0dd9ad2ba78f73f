import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { useLocale } from '../../../lib/locale.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField, SelectField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { lineOptions } from './line-options.ts'
import { useAsk } from './mutations.ts'
import type { Reviewed } from './queries.ts'
import type { DoneAct } from './use-undo.ts'

const TEMPLATES = ['receipt', 'amount', 'customer'] as const

interface AskFormProps {
  declaration: Reviewed
  /** The line being looked at. */
  lineId: string | null
  /** `isSent`: the question was asked. */
  onLeave: (isSent: boolean) => void
  onDone: (act: DoneAct) => void
}

/** A question on a line: three ready ones, or one's own words. */
export function AskForm({ declaration, lineId, onLeave, onDone }: AskFormProps) {
  const t = useT()
  const locale = useLocale()
  const ask = useAsk()
  const [line, setLine] = useState(lineId ?? '')
  const [text, setText] = useState('')
  const [attempt, setAttempt] = useState(0)
  const isEmpty = attempt > 0 && text.trim() === ''
  const form = useFieldErrors(ask.error, { text: isEmpty ? t('review.ask.empty') : null })
  useEffect(() => document.getElementById('text')?.focus(), [])
  const name = declaration.personName
  const send = () => {
    setAttempt(attempt + 1)
    if (text.trim() === '') return
    const body = { id: declaration.id, lineId: line === '' ? null : line, text: text.trim() }
    afterWrite(ask.mutateAsync(body), ({ questionId, mailLeavesAt }) => {
      const key = mailLeavesAt === null ? 'review.verdict.askedNoMail' : 'review.verdict.asked'
      onDone({ kind: 'asked', id: declaration.id, questionId, text: t(key, { name }) })
      onLeave(true)
    })
  }
  return (
    <section className="panel" aria-labelledby="ask-title">
      <h3 id="ask-title">{t('review.ask.title', { name })}</h3>
      <Form
        onSubmit={send}
        submitLabel={t('review.ask.send')}
        isBusy={ask.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={
          <Button variant="default" onClick={() => onLeave(false)}>
            {t('common.cancel')}
          </Button>
        }
      >
        <SelectField
          name="lineId"
          label={t('review.ask.line')}
          value={line}
          onChange={setLine}
          options={[
            { value: '', label: t('review.ask.whole') },
            ...lineOptions(declaration.lines, { t, locale }),
          ]}
        />
        <fieldset className="templates">
          <legend>{t('review.ask.templates')}</legend>
          {TEMPLATES.map((template) => (
            <Button
              key={template}
              variant="default"
              onClick={() => setText(t(`review.ask.template.${template}`))}
            >
              {t(`review.ask.template.${template}`)}
            </Button>
          ))}
        </fieldset>
        <LongTextField
          name="text"
          label={t('review.ask.text')}
          error={form.errorOf('text')}
          value={text}
          onChange={setText}
        />
      </Form>
    </section>
  )
}
