import { Alert, Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import type { ProblemParams } from '@terreau/protocol/problems'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useT } from '../../ui/staff/words.ts'

interface SamePersonProps {
  /** What the refusal says of the file that looks the same. */
  found: ProblemParams
  onIsNew: () => void
  isBusy: boolean
}

/** Two ways on, and no silent merge: open the file that exists, or say that it is somebody else. */
export function SamePerson({ found, onIsNew, isBusy }: SamePersonProps) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { personId = '', name = '', reference = '' } = found
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      color="orange"
      icon={<IconUsers aria-hidden />}
      title={t('people.same.title')}
    >
      <p>{t('people.same.text', { name, reference })}</p>
      <div className="form-actions">
        <Link href={`/gestion/personnes/${personId}`}>{t('people.same.open')}</Link>
        <Button variant="default" loading={isBusy} onClick={onIsNew}>
          {t('people.same.isNew')}
        </Button>
      </div>
    </Alert>
  )
}
