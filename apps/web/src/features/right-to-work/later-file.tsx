import { Button } from '@mantine/core'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { FileField } from '../../ui/staff/file-field.tsx'
import { useT } from '../../ui/staff/words.ts'

interface LaterFileProps {
  name: string
  summary: string
  label: string
  submitLabel: string
  add: {
    error: Error | null
    isPending: boolean
    mutateAsync: (file: File) => Promise<unknown>
  }
}

/** A file that comes after what it proves was recorded: folded away until somebody has it. */
export function LaterFile({ name, summary, label, submitLabel, add }: LaterFileProps) {
  const t = useT()
  const [file, setFile] = useState<File | null>(null)
  return (
    <details className="unfolded-later">
      <summary>{summary}</summary>
      {add.error && <ErrorBlock error={add.error} />}
      <FileField
        name={name}
        label={label}
        hint={t('rightToWork.checks.proofHint')}
        file={file}
        onFile={setFile}
      />
      <Button
        variant="default"
        disabled={file === null}
        loading={add.isPending}
        onClick={() => file && afterWrite(add.mutateAsync(file), () => setFile(null))}
      >
        {submitLabel}
      </Button>
    </details>
  )
}
