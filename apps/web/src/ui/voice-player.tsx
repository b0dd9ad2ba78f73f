interface VoicePlayerProps {
  src: string
  label: string
}

/** A recorded voice, with the controls of the browser; it never starts by itself. */
export function VoicePlayer({ src, label }: VoicePlayerProps) {
  return (
    // biome-ignore lint/a11y/useMediaCaption: a person has just spoken; nobody has written the words down
    <audio className="voice" controls preload="metadata" src={src} aria-label={label} />
  )
}
