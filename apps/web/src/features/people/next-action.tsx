import { Button } from '@mantine/core'
import type { Permission } from '@terreau/domain/access/permissions'
import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { useT } from '../../ui/staff/words.ts'
import type { PersonFile } from './queries.ts'

type Action = NonNullable<PersonFile['nextAction']>

const PERMISSIONS: Readonly<Record<Action['kind'], Permission>> = {
  countersign: 'signature.countersign',
  'review-declaration': 'declaration.review',
  'finish-contract': 'contract.create',
  'await-signature': 'contract.read',
  'renew-contract': 'contract.create',
  'plan-after-cape': 'contract.read',
  'create-contract': 'contract.create',
}

/** The one thing to do next in this file, with the way there for who may do it. */
export function NextAction({ file, action }: { file: PersonFile; action: Action }) {
  const t = useT()
  const locale = useLocale()
  const mayDo = useCan(PERMISSIONS[action.kind])
  const date = action.date === null ? '' : formatDate(action.date, locale)
  return (
    <section className="next-action" aria-labelledby="next-action">
      <div>
        <h2 id="next-action">{t('people.next.title')}</h2>
        <p>{t(`people.next.${action.kind}`, { date })}</p>
      </div>
      {mayDo && (
        <Button component={Link} href={hrefOf(file, action)}>
          {t(`people.next.open.${action.kind}`)}
        </Button>
      )}
    </section>
  )
}

function hrefOf(file: PersonFile, { kind, targetId }: Action): string {
  if (kind === 'create-contract') return `/gestion/contrats/nouveau?personne=${file.id}`
  if (kind === 'review-declaration') return `/gestion/declarations/${targetId}`
  if (kind !== 'renew-contract') return `/gestion/contrats/${targetId}`
  const ending = file.contracts.find((contract) => contract.id === targetId)
  return `/gestion/contrats/nouveau?personne=${file.id}&activite=${ending?.activityId ?? ''}`
}
