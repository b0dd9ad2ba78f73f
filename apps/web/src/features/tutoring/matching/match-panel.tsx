import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { MoreRows } from '../../../ui/staff/more-rows.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { MatchPair } from './match-pair.tsx'
import { useMatchWords } from './match-words.ts'
import { type Matches, matchingQueries, type Need } from './queries.ts'

/** The tutors for one request: who can help and why, who is not proposed and why. Never a ranking. */
export function MatchPanel({ need, onClose }: { need: Need; onClose: () => void }) {
  const t = useT()
  const list = useInfiniteQuery(matchingQueries.matches(need.id))
  const [chosen, setChosen] = useState<Matches['proposals'][number] | null>(null)
  const proposals = list.data?.pages.flatMap((page) => page.proposals)
  const excluded = list.data?.pages.flatMap((page) => page.excluded)
  const subject = t(`tutoringMatch.subject.${need.subject}`)
  return (
    <section aria-labelledby="match">
      <h2 id="match">{t('tutoringMatch.match.title', { name: need.personName, subject })}</h2>
      <p>{t('tutoringMatch.match.hint')}</p>
      <Button variant="default" onClick={onClose}>
        {t('tutoringMatch.match.close')}
      </Button>
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {chosen && <MatchPair key={chosen.personId} need={need} proposal={chosen} onDone={onClose} />}
      {proposals && <Proposals proposals={proposals} onPair={setChosen} />}
      {excluded && excluded.length > 0 && <Excluded excluded={excluded} />}
      <MoreRows list={list} label={t('tutoringMatch.match.more')} />
    </section>
  )
}

interface ProposalsProps {
  proposals: Matches['proposals']
  onPair: (proposal: Matches['proposals'][number]) => void
}

function Proposals({ proposals, onPair }: ProposalsProps) {
  const t = useT()
  const words = useMatchWords()
  return (
    <>
      <h3>{t('tutoringMatch.match.proposals', { count: proposals.length })}</h3>
      {proposals.length === 0 && <p>{t('tutoringMatch.match.nobody')}</p>}
      <ul className="match-list">
        {proposals.map((proposal) => (
          <li key={proposal.personId}>
            <h4>{proposal.name}</h4>
            <ul>
              {proposal.reasons.map((reason) => (
                <li key={reason.code}>{words.fit(reason)}</li>
              ))}
              {proposal.cautions.map((caution) => (
                <li key={caution.code}>
                  <strong>{words.caution(caution)}</strong>
                </li>
              ))}
            </ul>
            <Button size="compact-md" onClick={() => onPair(proposal)}>
              {t('tutoringMatch.match.pair', { name: proposal.name })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Excluded({ excluded }: { excluded: Matches['excluded'] }) {
  const t = useT()
  const words = useMatchWords()
  return (
    <>
      <h3>{t('tutoringMatch.match.excluded', { count: excluded.length })}</h3>
      <ul className="match-list">
        {excluded.map((tutor) => (
          <li key={tutor.personId}>
            <h4>{tutor.name}</h4>
            <ul>
              {tutor.why.map((reason) => (
                <li key={reason.code}>{words.why(reason)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}
