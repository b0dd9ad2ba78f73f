import { Progress } from '@mantine/core'

interface ProgressLineProps {
  /** "12 sur 38 prêtes": the words come first, the bar repeats them. */
  text: string
  done: number
  total: number
}

/** How far a long job is. */
export function ProgressLine({ text, done, total }: ProgressLineProps) {
  const percent = total === 0 ? 0 : Math.round((done / total) * 100)
  return (
    <div className="progress-line">
      <p>{text}</p>
      <Progress value={percent} size="lg" aria-label={text} />
    </div>
  )
}
