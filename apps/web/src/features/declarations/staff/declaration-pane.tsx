import { useQuery } from '@tanstack/react-query'
import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { AskForm } from './ask-form.tsx'
import { BankPanel } from './bank-panel.tsx'
import { CorrectForm } from './correct-form.tsx'
import { DeclarationHead } from './declaration-head.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { FlagList } from './flag-list.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { LinesTable } from './lines-table.tsx'
import { orderedReceipts } from './ordered-receipts.ts'
import { type Reviewed, reviewQueries } from './queries.ts'
import { RecapPanel } from './recap-panel.tsx'
import { ReceiptViewer, type ViewerKeys } from './receipt-viewer.tsx'
import { ReturnForm } from './return-form.tsx'
import { ThreadPanel } from './thread-panel.tsx'
import type { DoneAct } from './use-undo.ts'
import { VerdictBar } from './verdict-bar.tsx'

/** The verdicts that are given with words. */
export type VerdictForm = 'ask' | 'correct' | 'return'

/** What the letters of the list do in the other panes. */
export interface PaneKeys {
  focus: () => void
  nextLine: () => void
  nextImage: () => void
  zoom: () => void
}

interface DeclarationPaneProps {
  ref: Ref<PaneKeys>
  id: string
  mayReview: boolean
  mode: 'read' | VerdictForm
  onMode: (mode: VerdictForm) => void
  /** `isDone`: the declaration has just left the queue. */
  onLeave: (isDone: boolean) => void
  onAccept: () => void
  onUndo: () => void
  onDone: (act: DoneAct) => void
}

/** The declaration and its receipts, side by side when there is room. */
export function DeclarationPane({ ref, id, ...props }: DeclarationPaneProps) {
  const { data, error, refetch } = useQuery(reviewQueries.one(id))
  if (data === undefined) {
    return (
      <section className="review-pane">
        {error ? <ErrorBlock error={error} onRetry={() => void refetch()} /> : <Loading />}
      </section>
    )
  }
  return <Loaded keysRef={ref} declaration={data} {...props} />
}

interface LoadedProps extends Omit<DeclarationPaneProps, 'ref' | 'id'> {
  keysRef: Ref<PaneKeys>
  declaration: Reviewed
}

function Loaded({ keysRef, declaration, mayReview, mode, onMode, ...props }: LoadedProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const viewer = useRef<ViewerKeys>(null)
  const [lineId, setLineId] = useState<string | null>(null)
  const receipts = orderedReceipts(declaration)
  const lineIds = [
    ...declaration.lines.sales,
    ...declaration.lines.expenses,
    ...declaration.lines.trips,
  ].map((line) => line.id)
  useImperativeHandle(keysRef, () => ({
    focus: () => heading.current?.focus(),
    nextLine: () => {
      const place = lineId === null ? -1 : lineIds.indexOf(lineId)
      setLineId(lineIds[(place + 1) % Math.max(1, lineIds.length)] ?? null)
    },
    nextImage: () => viewer.current?.next(),
    zoom: () => viewer.current?.zoom(),
  }))
  return (
    <>
      <section className="review-pane" aria-labelledby="declaration-name">
        <DeclarationHead declaration={declaration} headingRef={heading} />
        {mayReview && mode === 'read' && (
          <VerdictBar
            state={declaration.state}
            onAccept={props.onAccept}
            onAsk={() => onMode('ask')}
            onCorrect={() => onMode('correct')}
            onUndo={props.onUndo}
            onReturn={isTyped(declaration) ? () => onMode('return') : null}
          />
        )}
        {mode === 'ask' && (
          <AskForm
            declaration={declaration}
            lineId={lineId}
            onLeave={props.onLeave}
            onDone={props.onDone}
          />
        )}
        {mode === 'return' && (
          <ReturnForm declaration={declaration} onLeave={props.onLeave} onDone={props.onDone} />
        )}
        {mode === 'correct' ? (
          <CorrectForm declaration={declaration} onLeave={() => props.onLeave(false)} />
        ) : (
          <>
            <FlagList declaration={declaration} />
            <RecapPanel declaration={declaration} />
            <LinesTable declaration={declaration} shownLineId={lineId} onShowLine={setLineId} />
            <ThreadPanel declaration={declaration} mayReview={mayReview} />
            <FiguresPanel declaration={declaration} />
            <BankPanel declaration={declaration} />
            <HistoryPanel events={declaration.events} />
          </>
        )}
      </section>
      <ReceiptViewer
        ref={viewer}
        key={lineId ?? 'first'}
        declarationId={declaration.id}
        receipts={receipts}
        startAt={receipts.findIndex((receipt) => receipt.lineId === lineId)}
      />
    </>
  )
}

/** Whether somebody typed it in a form: an imported month, or a zero that was decided, has no draft. */
function isTyped({ channel }: Reviewed): boolean {
  return channel === 'phone' || channel === 'staff'
}
