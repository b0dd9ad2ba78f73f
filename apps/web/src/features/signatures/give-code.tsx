import { Alert, Button } from '@mantine/core'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { useT } from '../../ui/staff/words.ts'
import { type Party, useGiveCode } from './queries.ts'

/** For a person without an address: this member of staff tells the code, another one lends the screen. */
export function GiveCode({ signatureId, party }: { signatureId: string; party: Party }) {
  const t = useT()
  const give = useGiveCode(signatureId)
  const name = party.printedName
  return (
    <div className="give-code">
      <p>{t('signatures.page.giveCodeHint', { name })}</p>
      {give.error && <ErrorBlock error={give.error} />}
      <div role="status">
        {give.data && (
          <Alert color="blue" mb="md">
            {t('signatures.page.codeGiven', { name, code: give.data.code })}
          </Alert>
        )}
      </div>
      <Button
        variant="default"
        loading={give.isPending}
        onClick={() => give.mutate(party.position)}
      >
        {t('signatures.page.giveCode')}
      </Button>
    </div>
  )
}
