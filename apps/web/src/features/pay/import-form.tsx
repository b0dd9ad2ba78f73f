import { Button } from '@mantine/core'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { FileField } from '../../ui/staff/file-field.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ImportPreview } from './import-preview.tsx'
import { useImportSlips, usePreviewSlips } from './slip-queries.ts'

const TABLES =
  '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file is chosen, looked at, then confirmed: until then nothing is written. */
export function ImportForm({ month }: { month: string }) {
  const t = useT()
  const [file, setFile] = useState<File | null>(null)
  const preview = usePreviewSlips(month)
  const save = useImportSlips(month)
  const choose = (chosen: File | null) => {
    setFile(chosen)
    preview.reset()
    save.reset()
    if (chosen !== null) preview.mutate(chosen)
  }
  const confirm = () => {
    if (file === null || preview.data === undefined) return
    afterWrite(save.mutateAsync({ file, fingerprint: preview.data.fingerprint }), () => {
      setFile(null)
      preview.reset()
    })
  }
  return (
    <>
      <h3>{t('paySlips.bring')}</h3>
      <SavedNotice>
        {save.data &&
          t('paySlips.done', {
            added: String(save.data.added),
            replaced: String(save.data.replaced),
          })}
      </SavedNotice>
      <div className="form">
        <FileField
          name="paySlips"
          label={t('paySlips.file')}
          hint={t('paySlips.fileHint')}
          accept={TABLES}
          file={file}
          onFile={choose}
        />
      </div>
      {preview.isPending && <p role="status">{t('paySlips.reading')}</p>}
      {preview.error && <ErrorBlock error={preview.error} />}
      {save.error && <ErrorBlock error={save.error} onRetry={() => choose(file)} />}
      {preview.data && (
        <ImportPreview preview={preview.data}>
          <Button loading={save.isPending} onClick={confirm}>
            {t('paySlips.confirm')}
          </Button>
        </ImportPreview>
      )}
    </>
  )
}
