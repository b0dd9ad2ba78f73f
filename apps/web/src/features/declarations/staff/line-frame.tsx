import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../../ui/staff/words.ts'

/** One line of the form with its name and a way to take it off. */
export function LineFrame(props: { name: string; onRemove: () => void; children: ReactNode }) {
  const t = useT()
  return (
    <fieldset className="line-fields">
      <legend>{props.name}</legend>
      <div className="line-grid">{props.children}</div>
      <Button variant="default" size="compact-md" onClick={props.onRemove}>
        {t('review.correct.remove')}
        <span className="visually-hidden"> {props.name}</span>
      </Button>
    </fieldset>
  )
}
