import {
  DOCUMENT_KINDS,
  type DocumentLook,
  documentKindRules,
  isDocumentKind,
} from '@terreau/domain/documents/kinds'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { dayInZone } from '../../lib/today.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { FileField } from '../../ui/staff/file-field.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useAddPaper } from './mutations.ts'
import type { Paper, PaperKind } from './queries.ts'

/** Puts a paper in the file: of which kind, until when, and whether it follows one that is there. */
export function AddPaper({ personId, papers }: { personId: string; papers: readonly Paper[] }) {
  const t = useT()
  const kinds = useKinds()
  const [kind, setKind] = useState<PaperKind>(kinds[0] ?? 'other')
  const [documentId, setDocumentId] = useState('')
  const [expiresOn, setExpiresOn] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [attempt, setAttempt] = useState(0)
  const add = useAddPaper(personId)
  const { expiry } = documentKindRules(kind)
  const form = useFieldErrors(add.error, {
    file: attempt > 0 && file === null && !add.isSuccess ? t('fieldErrors.field-required') : null,
  })
  const choose = (text: string) => {
    setKind(isDocumentKind(text) ? text : 'other')
    setDocumentId('')
    setExpiresOn('')
  }
  const save = () => {
    setAttempt((n) => n + 1)
    if (file === null) return
    const done = () => {
      setFile(null)
      setExpiresOn('')
      setDocumentId('')
      setAttempt(0)
    }
    afterWrite(add.mutateAsync({ kind, file, expiresOn, documentId }), done)
  }
  return (
    <section aria-labelledby="add-paper">
      <h2 id="add-paper">{t('papers.add.title')}</h2>
      <SavedNotice>{add.isSuccess && file === null && t('papers.add.saved')}</SavedNotice>
      <Form
        onSubmit={save}
        submitLabel={t('papers.add.submit')}
        isBusy={add.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <SelectField
          name="kind"
          label={t('papers.add.kind')}
          value={kind}
          onChange={choose}
          options={kinds.map((name) => ({ value: name, label: t(`papers.kinds.${name}`) }))}
        />
        <Replaces
          papers={papers.filter((paper) => paper.kind === kind)}
          value={documentId}
          onChange={setDocumentId}
        />
        {expiry !== 'none' && (
          <TextField
            name="expiresOn"
            type="date"
            label={t(expiry === 'required' ? 'papers.add.until' : 'papers.add.untilMaybe')}
            value={expiresOn}
            error={form.errorOf('expiresOn')}
            onChange={setExpiresOn}
          />
        )}
        <FileField
          name="file"
          label={t('papers.add.file')}
          hint={t('papers.add.fileHint')}
          error={form.errorOf('file')}
          file={file}
          onFile={setFile}
        />
      </Form>
    </section>
  )
}

/** A new paper, or the next version of one that is there. */
function Replaces(props: {
  papers: readonly Paper[]
  value: string
  onChange: (documentId: string) => void
}) {
  const t = useT()
  const locale = useLocale()
  if (props.papers.length === 0) return null
  const named = ({ id, versions: [current] }: Paper) => ({
    value: id,
    label: t('papers.add.replace', {
      name: current?.fileName ?? '',
      on: current ? formatDate(dayInZone(current.addedAt), locale) : '',
    }),
  })
  return (
    <SelectField
      name="documentId"
      label={t('papers.add.replaces')}
      value={props.value}
      onChange={props.onChange}
      options={[{ value: '', label: t('papers.add.new') }, ...props.papers.map(named)]}
    />
  )
}

/** Only kinds that who adds may also see, as the server asks. */
function useKinds(): readonly PaperKind[] {
  const looks: Readonly<Record<DocumentLook, boolean>> = {
    file: useCan('document-file.read'),
    'right-to-work': useCan('document.look'),
    pay: useCan('document.look-pay'),
  }
  return DOCUMENT_KINDS.filter((kind) => kind !== 'receipt' && looks[documentKindRules(kind).look])
}
