import { FileInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from './words.ts'

interface FileFieldProps {
  name: string
  label: string
  hint?: ReactNode
  error?: string | null | undefined
  file: File | null
  onFile: (file: File | null) => void
}

/** One photo or PDF. */
export function FileField({ name, label, hint, error, file, onFile }: FileFieldProps) {
  const t = useT()
  return (
    <FileInput
      id={name}
      name={name}
      label={label}
      description={hint}
      error={error ?? undefined}
      placeholder={t('contractLife.file.button')}
      accept="image/*,application/pdf"
      value={file}
      onChange={onFile}
      clearable
      clearButtonProps={{ 'aria-label': t('common.cancel') }}
    />
  )
}
