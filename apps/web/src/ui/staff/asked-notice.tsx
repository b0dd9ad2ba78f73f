import { Link } from 'wouter'
import { SavedNotice } from './saved-notice.tsx'
import { useT } from './words.ts'

/** "It is asked": what was to be done waits for another person. Empty when nothing was asked. */
export function AskedNotice({ approvalId }: { approvalId: string | null | undefined }) {
  const t = useT()
  return (
    <SavedNotice>
      {approvalId && (
        <>
          {t('approvals.sent')}{' '}
          <Link href={`/gestion/accords/${approvalId}`}>{t('approvals.see')}</Link>
        </>
      )}
    </SavedNotice>
  )
}
