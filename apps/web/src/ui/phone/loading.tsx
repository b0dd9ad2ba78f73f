import { useShowAfter } from '../use-show-after.ts'
import { useT } from './words.ts'

/** The shape of the page, after 300 ms of waiting: a shorter wait shows nothing. */
export function Loading() {
  const t = useT()
  const isShown = useShowAfter(300)
  return (
    <div aria-busy="true" className="loading" role="status">
      {isShown && (
        <>
          <span className="visually-hidden">{t('common.loading')}</span>
          <div className="bone title" />
          <div className="bone" />
          <div className="bone" />
        </>
      )}
    </div>
  )
}
