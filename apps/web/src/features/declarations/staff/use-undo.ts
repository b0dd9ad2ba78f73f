import { useTakeBackQuestion, useUndoAcceptances, useUndoReturn } from './mutations.ts'

/** What was just done, in words, and what undoing it means. */
export type DoneAct =
  | { kind: 'accepted'; ids: readonly string[]; text: string }
  | { kind: 'asked'; id: string; questionId: string; text: string }
  | { kind: 'returned'; id: string; text: string }

interface Undo {
  run: () => void
  error: unknown
}

/** Undoes the last act; the same from the bar, from Ctrl+Z and from the letter U. */
export function useUndo(done: DoneAct | null, setDone: (act: DoneAct | null) => void): Undo {
  const undoAcceptances = useUndoAcceptances()
  const takeBack = useTakeBackQuestion()
  const undoReturn = useUndoReturn()
  const run = () => {
    if (done === null) return
    setDone(null)
    if (done.kind === 'accepted') undoAcceptances.mutate(done.ids)
    else if (done.kind === 'returned') undoReturn.mutate(done.id)
    else takeBack.mutate({ id: done.id, questionId: done.questionId })
  }
  return { run, error: undoAcceptances.error ?? takeBack.error ?? undoReturn.error }
}
