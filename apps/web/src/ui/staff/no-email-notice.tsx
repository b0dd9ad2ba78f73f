import { Alert } from '@mantine/core'
import { formatList } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { useT } from './words.ts'

/** Before a document is sent: who cannot sign on a phone, and the two ways that remain. Nothing when all can. */
export function NoEmailNotice({ names }: { names: readonly string[] }) {
  const t = useT()
  const locale = useLocale()
  if (names.length === 0) return null
  return (
    <Alert color="orange" mb="md">
      {t('signatures.noEmail', { count: names.length, names: formatList(names, locale) })}
    </Alert>
  )
}
