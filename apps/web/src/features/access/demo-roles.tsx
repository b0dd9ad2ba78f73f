import type { Role } from '@terreau/domain/access/roles'
import { afterWrite } from '../../lib/after-write.ts'
import { Button } from '../../ui/phone/button.tsx'
import { Card } from '../../ui/phone/card.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { useEnterAsDemo } from './mutations.ts'
import { useEnter } from './use-enter.ts'

/** One button per role of the demonstration cooperative; nothing when there is none. */
export function DemoRoles({
  players,
}: {
  players: readonly { role: Role; displayName: string }[]
}) {
  const t = useT()
  const enter = useEnter()
  const play = useEnterAsDemo()
  if (players.length === 0) return null
  return (
    <Card title={t('access.demo.title')}>
      <p className="hint">{t('access.demo.hint')}</p>
      {play.error && <ProblemNotice error={play.error} />}
      <ul className="demo-roles">
        {players.map(({ role, displayName }) => (
          <li key={role}>
            <Button
              type="button"
              look="secondary"
              isBusy={play.isPending && play.variables.role === role}
              onClick={() => afterWrite(play.mutateAsync({ role }), enter)}
            >
              <span>
                {t('access.demo.enterAs', { name: displayName })}
                <small>{t(`common.role.${role}`)}</small>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
