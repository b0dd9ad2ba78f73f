import { SignedPaperPage } from '../../ui/staff/signed-paper-page.tsx'
import { useT } from '../../ui/staff/words.ts'
import { PartyPage } from './party-page.tsx'
import { type Party, type Signature, useAddPaper } from './queries.ts'

/** A document of which one party signed a paper by hand. */
export function PaperPage() {
  const t = useT()
  return (
    <PartyPage isFor={({ state }) => state === 'asked'} nothing={t('signatures.empty.waiting')}>
      {(signature, party) => <OfParty signature={signature} party={party} />}
    </PartyPage>
  )
}

function OfParty({ signature, party }: { signature: Signature; party: Party }) {
  const t = useT()
  const { error, isPending, mutateAsync } = useAddPaper(signature.id)
  return (
    <SignedPaperPage
      title={t('signatures.paper.title', { name: party.printedName })}
      subtitle={signature.title}
      back={{ href: `/gestion/signatures/${signature.id}`, label: t('signatures.page.back') }}
      consequences={[
        t('signatures.paper.reference', { reference: signature.reference }),
        t('signatures.paper.rule'),
        t('signatures.paper.keep'),
      ]}
      submitLabel={t('signatures.paper.submit')}
      keep={{
        error,
        isPending,
        mutateAsync: (paper) => mutateAsync({ ...paper, position: party.position }),
      }}
    />
  )
}
