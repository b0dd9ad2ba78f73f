import { PIECE_PEOPLE, PIECE_STAGES } from '@terreau/domain/pipeline/pieces'
import { useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { CheckField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useAddPieceKind } from './mutations.ts'

const EMPTY = { code: '', labelFr: '', labelEn: '', hintFr: '', hintEn: '' }
type TextName = keyof typeof EMPTY

/** Adds a piece to the list of the cooperative. */
export function PieceKindForm() {
  const t = useT()
  const add = useAddPieceKind()
  const [attempt, setAttempt] = useState(0)
  const [texts, setTexts] = useState(EMPTY)
  const [stage, setStage] = useState<(typeof PIECE_STAGES)[number]>('admitted')
  const [forWhom, setForWhom] = useState<(typeof PIECE_PEOPLE)[number]>('everyone')
  const [expires, setExpires] = useState(false)
  const isCode = /^[a-z][a-z0-9_]{1,39}$/.test(texts.code.trim())
  const missing = t('onboarding.pieceKinds.missing')
  const wrong = {
    labelFr: texts.labelFr.trim() ? null : missing,
    labelEn: texts.labelEn.trim() ? null : missing,
    code: isCode ? null : t('onboarding.pieceKinds.wrongCode'),
  }
  const form = useFieldErrors(add.error, attempt > 0 ? wrong : {})
  const field = (name: TextName) => ({
    name,
    label: t(`onboarding.pieceKinds.${name}`),
    value: texts[name],
    error: form.errorOf(name),
    onChange: (text: string) => setTexts({ ...texts, [name]: text }),
  })
  const save = () => {
    setAttempt((n) => n + 1)
    if (Object.values(wrong).some((text) => text !== null)) return
    const done = () => {
      setTexts(EMPTY)
      setAttempt(0)
    }
    afterWrite(add.mutateAsync({ ...texts, stage, forWhom, expires }), done)
  }
  return (
    <section className="panel" aria-labelledby="add-piece">
      <h2 id="add-piece">{t('onboarding.pieceKinds.add')}</h2>
      <Form
        onSubmit={save}
        submitLabel={t('onboarding.pieceKinds.add')}
        isBusy={add.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField {...field('labelFr')} />
        <TextField {...field('labelEn')} />
        <TextField {...field('hintFr')} isOptional />
        <TextField {...field('hintEn')} isOptional />
        <TextField {...field('code')} hint={t('onboarding.pieceKinds.codeHint')} />
        <SelectField
          name="stage"
          label={t('onboarding.pieceKinds.stage')}
          value={stage}
          onChange={(text) => setStage(PIECE_STAGES.find((one) => one === text) ?? 'admitted')}
          options={PIECE_STAGES.map((one) => ({
            value: one,
            label: t(`onboarding.pieceKinds.stages.${one}`),
          }))}
        />
        <SelectField
          name="forWhom"
          label={t('onboarding.pieceKinds.forWhom')}
          value={forWhom}
          onChange={(text) => setForWhom(PIECE_PEOPLE.find((one) => one === text) ?? 'everyone')}
          options={PIECE_PEOPLE.map((one) => ({
            value: one,
            label: t(`onboarding.pieceKinds.people.${one}`),
          }))}
        />
        <CheckField
          name="expires"
          label={t('onboarding.pieceKinds.hasExpiry')}
          isChecked={expires}
          onChange={setExpires}
        />
      </Form>
    </section>
  )
}
