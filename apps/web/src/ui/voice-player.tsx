interface VoicePlayerProps {
  src: string
  label: string
}

/** A recorded voice, with the controls of the browser; it never starts by itself. Nobody has written down what is said. */
export function VoicePlayer({ src, label }: VoicePlayerProps) {
  return <audio className="voice" controls preload="metadata" src={src} aria-label={label} />
}
