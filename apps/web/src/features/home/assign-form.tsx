import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { useSession } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { SelectField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useAssign } from './mutations.ts'
import { homeQueries, type QueueItem } from './queries.ts'

interface AssignFormProps {
  item: QueueItem
  onDone: () => void
  onCancel: () => void
}

/** To whom: oneself first. The empty choice gives it back to everybody. */
export function AssignForm({ item, onDone, onCancel }: AssignFormProps) {
  const t = useT()
  const me = useSession()?.user.id ?? ''
  const { data: colleagues = [] } = useQuery(homeQueries.colleagues())
  const [userId, setUserId] = useState(item.assignee?.userId ?? me)
  const assign = useAssign()
  useEffect(() => document.getElementById('userId')?.focus(), [])
  const others = colleagues.filter((one) => one.userId !== me)
  const { kind, targetId, assignee } = item
  const submit = () => {
    if (userId === (assignee?.userId ?? '')) return onDone()
    afterWrite(
      assign.mutateAsync({ kind, targetId, userId: userId === '' ? null : userId }),
      onDone,
    )
  }
  return (
    <Form
      onSubmit={submit}
      submitLabel={t('home.assign.submit')}
      isBusy={assign.isPending}
      summary={assign.error && <ErrorBlock error={assign.error} />}
      aside={
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      }
    >
      <SelectField
        name="userId"
        label={t('home.assign.to')}
        value={userId}
        onChange={setUserId}
        options={[
          { value: me, label: t('home.assign.me') },
          ...others.map((one) => ({ value: one.userId, label: one.name })),
          ...(assignee === null ? [] : [{ value: '', label: t('home.assign.nobody') }]),
        ]}
      />
    </Form>
  )
}
