import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { useT } from '../../ui/staff/words.ts'
import { concernedLink } from './concerned-link.ts'
import { MissingDecision } from './missing-decision.tsx'
import type { CheckCode, Concerned } from './queries.ts'
import { useConcernedText } from './use-concerned-text.ts'
import { type Decisions, decidable } from './use-decisions.ts'

interface ConcernedRowProps {
  code: CheckCode
  concerned: Concerned
  decisions: Decisions | null
}

/** Who, what, and where to act. */
export function ConcernedRow({ code, concerned, decisions }: ConcernedRowProps) {
  const t = useT()
  const text = useConcernedText(code, concerned)
  const link = concernedLink(code, concerned)
  const who = decidable(concerned)
  return (
    <>
      <div className="row">
        {concerned.name !== '' && <strong>{concerned.name}</strong>}
        <span>{text}</span>
        {link !== null && (
          <Link href={link.href}>
            {t(link.label)}
            {concerned.name !== '' && <span className="visually-hidden"> : {concerned.name}</span>}
          </Link>
        )}
        {code === 'declarations-postponed' && decisions !== null && who !== null && (
          <Button
            variant="default"
            loading={decisions.isBusy && decisions.about === who.personId}
            onClick={() => decisions.takeBack(who)}
          >
            {t('closing.decision.takeBack')}
            <span className="visually-hidden"> : {who.name}</span>
          </Button>
        )}
      </div>
      {code === 'declarations-missing' && decisions !== null && who !== null && (
        <MissingDecision who={who} decisions={decisions} />
      )}
    </>
  )
}
