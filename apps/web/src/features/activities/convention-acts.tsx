import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { NoEmailNotice } from '../../ui/staff/no-email-notice.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useSendConvention } from './mutations.ts'
import type { Convention } from './queries.ts'

/** What can be done with the convention as it stands, the main act first. */
export function ConventionActs({ convention }: { convention: Convention }) {
  const t = useT()
  const mayWrite = useCan('contract.create')
  const send = useSendConvention(convention.id)
  const { id, state, missing, version } = convention
  const isReady = mayWrite && state === 'draft' && missing.length === 0
  const isOpen = state === 'draft' || state === 'to_sign'
  const hasPaper = state !== 'cancelled' && missing.length === 0
  const href = `/gestion/conventions/${id}`
  if (!hasPaper && !mayWrite) return null
  return (
    <section className="panel">
      {send.error && <ErrorBlock error={send.error} />}
      {isReady && <p>{t('activities.convention.sendHint')}</p>}
      {isReady && <NoEmailNotice names={convention.signersWithoutEmail} />}
      <div className="activity-acts">
        {isReady && (
          <Button loading={send.isPending} onClick={() => send.mutate(version)}>
            {t('activities.convention.send')}
          </Button>
        )}
        {mayWrite && state === 'draft' && (
          <Button
            component={Link}
            href={`${href}/modifier`}
            variant={missing.length === 0 ? 'default' : 'filled'}
          >
            {t('activities.convention.edit')}
          </Button>
        )}
        {hasPaper && (
          <a
            href={apiUrl('GET /conventions/:conventionId/document', {
              params: { conventionId: id },
            })}
            target="_blank"
            rel="noreferrer"
          >
            {t('activities.convention.pdf')}
          </a>
        )}
        {mayWrite && isOpen && (
          <Link href={`${href}/abandonner`}>{t('activities.convention.cancel')}</Link>
        )}
      </div>
    </section>
  )
}
