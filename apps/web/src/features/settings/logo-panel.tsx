import { Button } from '@mantine/core'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { apiUrl } from '../../lib/api.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { FileField } from '../../ui/staff/file-field.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useT } from '../../ui/staff/words.ts'
import { refusalOf } from './logo-refusal.ts'
import { useChangeLogo, useRemoveLogo } from './mutations.ts'

/** The picture at the head of the certificates to come. */
export function LogoPanel({ hasLogo }: { hasLogo: boolean }) {
  const t = useT()
  const change = useChangeLogo()
  const remove = useRemoveLogo()
  const [file, setFile] = useState<File | null>(null)
  const [isMissing, setMissing] = useState(false)
  // Another address for another picture: the old one stays with the browser otherwise.
  const [shown, setShown] = useState(0)
  const save = () => {
    const picture = file?.type.startsWith('image/') ? file : null
    setMissing(picture === null)
    remove.reset()
    if (picture === null) return
    afterWrite(change.mutateAsync(picture), () => {
      setFile(null)
      setShown((n) => n + 1)
    })
  }
  const takeOut = () => {
    change.reset()
    remove.mutate()
  }
  const error = change.error ?? remove.error
  const refusal = refusalOf(change.error)
  const refused = refusal && t(`fieldErrors.${refusal}`)
  const fieldError = isMissing ? t('settings.cooperative.logo.missing') : refused
  return (
    <section className="panel settings-logo-panel" aria-labelledby="logo">
      <h2 id="logo">{t('settings.cooperative.logo.title')}</h2>
      {error && refusal === null && <ErrorBlock error={error} />}
      {hasLogo && (
        <p>
          <img
            className="settings-logo"
            src={`${apiUrl('GET /cooperative/logo')}?n=${shown}`}
            alt={t('settings.cooperative.logo.alt')}
          />
        </p>
      )}
      <Form
        onSubmit={save}
        submitLabel={t('settings.cooperative.logo.save')}
        isBusy={change.isPending}
        aside={
          hasLogo && (
            <Button variant="default" loading={remove.isPending} onClick={takeOut}>
              {t('settings.cooperative.logo.remove')}
            </Button>
          )
        }
      >
        <FileField
          name="logoFile"
          label={t('settings.cooperative.logo.field')}
          hint={t('settings.cooperative.logo.hint')}
          accept="image/*"
          error={fieldError}
          file={file}
          onFile={setFile}
        />
      </Form>
      <p role="status">
        {change.isSuccess && t('settings.cooperative.logo.saved')}
        {remove.isSuccess && t('settings.cooperative.logo.removed')}
      </p>
    </section>
  )
}
