import { Skeleton, Stack } from '@mantine/core'
import { useShowAfter } from '../use-show-after.ts'
import { useT } from './words.ts'

/** Rows to come, after 300 ms of waiting: a shorter wait shows nothing. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const t = useT()
  const isShown = useShowAfter(300)
  const keys = Array.from({ length: rows }, (_, index) => index)
  return (
    <div aria-busy="true" role="status" className="loading">
      {isShown && (
        <>
          <span className="visually-hidden">{t('common.loading')}</span>
          <Stack gap="sm">
            {keys.map((key) => (
              <Skeleton key={key} height={44} animate={false} />
            ))}
          </Stack>
        </>
      )}
    </div>
  )
}
