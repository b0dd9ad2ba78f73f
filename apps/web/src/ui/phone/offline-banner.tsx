import { useOnline } from '../../lib/use-online.ts'
import { useT } from './words.ts'

/** Says that work goes on without network. The region exists before its text, so that it is announced. */
export function OfflineBanner() {
  const t = useT()
  const isOnline = useOnline()
  return (
    <div role="status" data-quiet="">
      {!isOnline && <p className="banner">{t('common.offline.banner')}</p>}
    </div>
  )
}
