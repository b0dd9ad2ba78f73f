import { Button } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../ui/staff/words.ts'

/** Copies an address. Some browsers refuse; the page then says where the address is written. */
export function CopyLink({ url }: { url: string }) {
  const t = useT()
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null)
  const copy = async () => {
    setOutcome(null)
    try {
      await navigator.clipboard.writeText(url)
      setOutcome('copied')
    } catch {
      setOutcome('copyFailed')
    }
  }
  return (
    <>
      <span role="status">{outcome && t(`attestations.detail.${outcome}`)}</span>
      <Button
        variant="default"
        leftSection={<IconLink size={18} aria-hidden />}
        onClick={() => void copy()}
      >
        {t('attestations.detail.copyLink')}
      </Button>
    </>
  )
}
