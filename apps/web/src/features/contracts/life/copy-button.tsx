import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../../ui/staff/words.ts'

/** Puts a text in the clipboard and says so. Where the browser refuses, the text can still be selected. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useT()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCopy size={18} aria-hidden />}
        onClick={() => void copy()}
      >
        {label}
      </Button>
      <span role="status">{isCopied && t('contractLife.notices.copied')}</span>
    </>
  )
}
