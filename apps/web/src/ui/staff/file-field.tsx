import { FileInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from './words.ts'

interface FileFieldProps {
  name: string
  label: string
  hint?: ReactNode
  error?: string | null | undefined
  accept?: string
  file: File | null
  onFile: (file: File | null) => void
}

/** One photo or PDF, unless `accept` says otherwise. */
export function FileField(props: FileFieldProps) {
  const { name, label, hint, error, accept = 'image/*,application/pdf', file, onFile } = props
  const t = useT()
  return (
    <FileInput
      id={name}
      name={name}
      label={label}
      description={hint}
      error={error ?? undefined}
      placeholder={t('contractLife.file.button')}
      accept={accept}
      value={file}
      onChange={onFile}
      clearable
      clearButtonProps={{ 'aria-label': t('common.cancel') }}
    />
  )
}
