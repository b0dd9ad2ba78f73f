import { PERMIT_KINDS, permitRule } from '@terreau/domain/right-to-work/permit-kinds'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { FileField } from '../../ui/staff/file-field.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { FoldedForm } from './folded-form.tsx'
import { useRecordPermit } from './mutations.ts'

const EMPTY = {
  kind: '',
  number: '',
  validFrom: '',
  validUntil: '',
  originalSeenOn: '',
  authorisedFrom: '',
  authorisedUntil: '',
}

const SIDES = ['front', 'back'] as const
const NO_SCANS: Record<(typeof SIDES)[number], File | null> = { front: null, back: null }

/** A new paper takes the place of the current one, which stays as history. Its scans come with it. */
export function RecordForm({ personId, isOpen }: { personId: string; isOpen: boolean }) {
  const t = useT()
  const [values, setValues] = useState(EMPTY)
  const [scans, setScans] = useState(NO_SCANS)
  const [attempt, setAttempt] = useState(0)
  const record = useRecordPermit(personId)
  const kind = PERMIT_KINDS.find((name) => name === values.kind)
  const files = SIDES.flatMap((side) => scans[side] ?? [])
  const hasScans = kind !== undefined && permitRule(kind).isPermit
  // Other kinds ask for none: two fields less to stumble over.
  const needsAuthorisation = kind !== undefined && permitRule(kind).salaried === 'authorisation'
  // A scan is kept until the day the paper ends: the store of documents asks for it.
  const isEndMissing = hasScans && files.length > 0 && values.validUntil === ''
  const local = {
    kind: kind === undefined ? t('rightToWork.record.missingKind') : null,
    validUntil: isEndMissing ? t('rightToWork.record.scanNeedsEnd') : null,
  }
  const form = useFieldErrors(record.error, attempt > 0 ? local : {})
  const save = () => {
    setAttempt((n) => n + 1)
    if (kind === undefined || isEndMissing) return
    const { number, ...dates } = values
    const paper = {
      kind,
      number,
      validFrom: dates.validFrom || null,
      validUntil: dates.validUntil || null,
      originalSeenOn: dates.originalSeenOn || null,
      authorisedFrom: (needsAuthorisation && dates.authorisedFrom) || null,
      authorisedUntil: (needsAuthorisation && dates.authorisedUntil) || null,
    }
    afterWrite(record.mutateAsync({ paper, files: hasScans ? files : [] }), () => {
      setValues(EMPTY)
      setScans(NO_SCANS)
      setAttempt(0)
    })
  }
  const field = (name: Exclude<keyof typeof EMPTY, 'kind'>, label: string) => ({
    name,
    label,
    isOptional: true,
    value: values[name],
    error: form.errorOf(name),
    onChange: (text: string) => setValues((now) => ({ ...now, [name]: text })),
  })
  return (
    <FoldedForm title={t('rightToWork.record.title')} isOpen={isOpen}>
      <Form
        onSubmit={save}
        submitLabel={t('rightToWork.record.save')}
        isBusy={record.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <SelectField
          name="kind"
          label={t('rightToWork.permit.kind')}
          value={values.kind}
          error={form.errorOf('kind')}
          onChange={(text) => setValues((now) => ({ ...now, kind: text }))}
          options={[
            { value: '', label: '–' },
            ...PERMIT_KINDS.map((name) => ({ value: name, label: t(`permitKinds.${name}`) })),
          ]}
        />
        <TextField {...field('number', t('rightToWork.permit.number'))} maxLength={40} />
        <TextField {...field('validFrom', t('rightToWork.permit.from'))} type="date" />
        <TextField {...field('validUntil', t('rightToWork.permit.until'))} type="date" />
        <TextField
          {...field('originalSeenOn', t('rightToWork.record.originalSeenOn'))}
          type="date"
        />
        {needsAuthorisation && (
          <>
            <TextField
              {...field('authorisedFrom', t('rightToWork.record.authorisedFrom'))}
              type="date"
            />
            <TextField
              {...field('authorisedUntil', t('rightToWork.record.authorisedUntil'))}
              type="date"
            />
          </>
        )}
        {hasScans &&
          SIDES.map((side) => (
            <FileField
              key={side}
              name={`scan-${side}`}
              label={t(`rightToWork.record.scan.${side}`)}
              hint={t('rightToWork.record.scan.hint')}
              file={scans[side]}
              onFile={(file) => setScans((now) => ({ ...now, [side]: file }))}
            />
          ))}
      </Form>
    </FoldedForm>
  )
}
