import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { useT } from './words.ts'

/** Ends the session of this device, then leaves the staff pages. */
export function SignOutButton({ onDone }: { onDone?: () => void }) {
  const t = useT()
  const signOut = useMutation({
    mutationFn: () => call('DELETE /session'),
    onSuccess: () => {
      onDone?.()
      window.location.assign('/connexion')
    },
  })
  return (
    <Button variant="subtle" loading={signOut.isPending} onClick={() => signOut.mutate()}>
      {t('common.signOut')}
    </Button>
  )
}
