import { type ReactNode, useId } from 'react'
import { FieldError } from './field-frame.tsx'
import { useT } from './words.ts'

interface FileFieldProps {
  name: string
  label: string
  hint?: ReactNode
  error?: string | null | undefined
  /** Images and PDF by default. */
  accept?: string
  onFile: (file: File) => void
}

/**
 * Two doors: the camera, and the files of the phone. With `capture` alone a screenshot of a mobile
 * payment could not be sent.
 */
export function FileField({ name, label, hint, error, accept, onFile }: FileFieldProps) {
  const t = useT()
  const base = useId()
  const hasError = typeof error === 'string'
  const described = [hasError && `${base}error`, hint !== undefined && `${base}hint`]
  const pick = { isInvalid: hasError, describedBy: described.filter(Boolean).join(' '), onFile }
  return (
    <fieldset className={hasError ? 'field invalid' : 'field'}>
      <legend>{label}</legend>
      {hint !== undefined && (
        <p className="hint" id={`${base}hint`}>
          {hint}
        </p>
      )}
      {hasError && <FieldError id={`${base}error`} error={error} />}
      <FilePick {...pick} id={name} accept="image/*" isCamera label={t('common.field.takePhoto')} />
      <FilePick
        {...pick}
        id={`${name}-file`}
        accept={accept ?? 'image/*,application/pdf'}
        isCamera={false}
        label={t('common.field.chooseFile')}
      />
    </fieldset>
  )
}

interface FilePickProps {
  id: string
  label: string
  accept: string
  isCamera: boolean
  isInvalid: boolean
  describedBy: string
  onFile: (file: File) => void
}

function FilePick(props: FilePickProps) {
  const { id, label, accept, isCamera, isInvalid, describedBy, onFile } = props
  return (
    <div className="pick">
      <input
        id={id}
        type="file"
        accept={accept}
        capture={isCamera ? 'environment' : undefined}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy || undefined}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <label className={isCamera ? 'button primary' : 'button secondary'} htmlFor={id}>
        {label}
      </label>
    </div>
  )
}
