import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useLocale } from '../../lib/locale.ts'

const SPEECH_TAGS = { fr: 'fr-FR', en: 'en-GB' } as const
const READ = 'h1,h2,h3,p,li,dt,dd,legend,label,a.button,button'

/** Reads the main text of the page aloud, block by block; stops on a second press and on leaving. */
export function useReadAloud() {
  const [isSpeaking, setSpeaking] = useState(false)
  const [location] = useLocation()
  const locale = useLocale()
  const canSpeak = typeof window.speechSynthesis === 'object'
  const stop = useCallback(() => {
    window.speechSynthesis?.cancel()
    setSpeaking(false)
  }, [])
  const shown = `${location} ${locale}`
  // Leaving the page or its language stops the voice.
  useEffect(() => (shown === '' ? undefined : stop), [shown, stop])
  const toggle = () => {
    if (isSpeaking) {
      stop()
      return
    }
    setSpeaking(true)
    speak(mainBlocks(), SPEECH_TAGS[locale], () => setSpeaking(false))
  }
  return { canSpeak, isSpeaking, toggle }
}

/** The texts of `main` in reading order; a block inside another is read once, with its parent. */
function mainBlocks(): string[] {
  const blocks = [...document.querySelectorAll<HTMLElement>(`main :is(${READ})`)]
  return (
    blocks
      .filter((block) => !block.closest('[data-quiet]') && !block.parentElement?.closest(READ))
      // What is hidden is not read aloud.
      .map((block) => block.innerText.trim())
      .filter((text) => text !== '')
  )
}

/** One utterance per block: some voices stop in the middle of long texts. */
function speak(blocks: readonly string[], tag: string, onEnd: () => void): void {
  if (blocks.length === 0) onEnd()
  blocks.forEach((text, index) => {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = tag
    if (index === blocks.length - 1) utterance.onend = onEnd
    utterance.onerror = onEnd
    window.speechSynthesis.speak(utterance)
  })
}
