import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { useSingleKeys } from '../../lib/single-keys.ts'

interface KeyboardListOptions {
  /** The ids of the rows, in the order shown. */
  ids: readonly string[]
  /** Enter. */
  onOpen?: (id: string) => void
  /** Space or X. */
  onToggle?: (id: string) => void
  /** Escape. */
  onLeave?: () => void
  /** Letters of the page: `{ a: accept, q: ask }`. Compared with the letter typed, so AZERTY-safe. */
  verdicts?: Readonly<Record<string, (id: string) => void>>
}

interface ItemProps {
  id: string
  tabIndex: 0 | -1
  'data-active': true | undefined
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

interface KeyboardList {
  activeId: string | null
  /** Moves to a row and gives it focus. */
  focusOn: (id: string) => void
  /** Spread on each row (`<li {...list.itemProps(id)}>`): one Tab stop for the whole list. */
  itemProps: (id: string) => ItemProps
}

/** ↑↓ or J K to move, Enter to open, X or Space to choose, one letter per verdict, only inside the list. */
export function useKeyboardList(options: KeyboardListOptions): KeyboardList {
  const { ids } = options
  const latest = useRef(options)
  latest.current = options
  const [chosenId, setChosenId] = useState<string | null>(null)
  const hasSingleKeys = useSingleKeys()
  const activeId = chosenId !== null && ids.includes(chosenId) ? chosenId : (ids[0] ?? null)
  const focusOn = useCallback((id: string) => {
    setChosenId(id)
    document.getElementById(rowId(id))?.focus()
  }, [])
  const press = (event: KeyboardEvent<HTMLElement>, id: string) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
      return
    const act = actOf(event.key, { id, hasSingleKeys, focusOn, options: latest.current })
    if (!act) return
    event.preventDefault()
    act()
  }
  return {
    activeId,
    focusOn,
    itemProps: (id) => ({
      id: rowId(id),
      tabIndex: id === activeId ? 0 : -1,
      'data-active': id === activeId || undefined,
      onFocus: () => setChosenId(id),
      onKeyDown: (event) => press(event, id),
    }),
  }
}

interface Press {
  id: string
  hasSingleKeys: boolean
  focusOn: (id: string) => void
  options: KeyboardListOptions
}

function actOf(key: string, press: Press): (() => void) | null {
  const { id, hasSingleKeys, focusOn, options } = press
  const place = options.ids.indexOf(id)
  const go = (target: string | undefined) => (target === undefined ? null : () => focusOn(target))
  if (key === 'ArrowDown') return go(options.ids[place + 1])
  if (key === 'ArrowUp') return go(options.ids[place - 1])
  if (key === 'Enter' && options.onOpen) return () => options.onOpen?.(id)
  if (key === ' ' && options.onToggle) return () => options.onToggle?.(id)
  if (key === 'Escape' && options.onLeave) return options.onLeave
  if (!hasSingleKeys) return null
  const letter = key.toLowerCase()
  if (letter === 'j') return go(options.ids[place + 1])
  if (letter === 'k') return go(options.ids[place - 1])
  if (letter === 'x' && options.onToggle) return () => options.onToggle?.(id)
  const verdict = options.verdicts?.[letter]
  return verdict ? () => verdict(id) : null
}

function rowId(id: string): string {
  return `row-${id}`
}
