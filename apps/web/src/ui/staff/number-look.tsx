import { useEffect } from 'react'
import { LookForm } from './look-form.tsx'
import { useT } from './words.ts'

interface NumberLookProps {
  /** Of the field of the reason: one page may show several numbers. */
  name: string
  look: {
    mutate: (reason: string) => void
    reset: () => void
    isPending: boolean
    error: Error | null
    data: { value: string; shownSeconds: number } | undefined
  }
}

/** A number behind dots, for some seconds, with a reason that the person reads. */
export function NumberLook({ name, look }: NumberLookProps) {
  const t = useT()
  const { data, reset } = look
  useEffect(() => {
    if (data === undefined) return
    const timer = setTimeout(reset, data.shownSeconds * 1000)
    return () => clearTimeout(timer)
  }, [data, reset])
  return (
    <LookForm
      name={name}
      label={t('rightToWork.look.show')}
      onLook={look.mutate}
      isBusy={look.isPending}
      error={look.error}
    >
      <p aria-live="polite">{data?.value}</p>
    </LookForm>
  )
}
