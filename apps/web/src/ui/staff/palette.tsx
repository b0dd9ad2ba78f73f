import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { listedName } from '@terreau/domain/names/full-name'
import { foldForSearch } from '@terreau/domain/names/normalise'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../lib/api.ts'
import { useCan } from '../../lib/session.ts'
import type { NavLink } from './staff-nav.tsx'
import { useDebounced } from './use-debounced.ts'
import { useT } from './words.ts'

interface Target {
  href: string
  label: string
  detail: string
}

/** The search field of the header: a press or Ctrl K opens the list of people and pages. */
export function Palette({ links }: { links: readonly NavLink[] }) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent | globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <>
      <button className="palette-opener" type="button" onClick={() => setOpen(true)}>
        <IconSearch size={18} aria-hidden />
        <span>{t('staffFrame.search')}</span>
        <kbd>{t('staffFrame.searchHint')}</kbd>
      </button>
      <dialog
        className="palette"
        ref={dialog}
        aria-label={t('staffFrame.search')}
        onClose={() => setOpen(false)}
      >
        {isOpen && <PaletteSearch links={links} onLeave={() => setOpen(false)} />}
      </dialog>
    </>
  )
}

function PaletteSearch({ links, onLeave }: { links: readonly NavLink[]; onLeave: () => void }) {
  const t = useT()
  const id = useId()
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const [place, setPlace] = useState(0)
  const targets = [...usePeople(text), ...usePages(links, text)]
  const active = targets[Math.min(place, targets.length - 1)]
  const go = (target: Target | undefined) => {
    if (!target) return
    onLeave()
    navigate(target.href)
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setPlace(Math.max(0, Math.min(place + step, targets.length - 1)))
    else if (event.key === 'Enter') go(active)
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        autoFocus
        type="text"
        role="combobox"
        aria-label={t('staffFrame.search')}
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-activedescendant={active ? id + active.href : undefined}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setPlace(0)
        }}
        onKeyDown={press}
      />
      <div role="listbox" id={`${id}list`} aria-label={t('staffFrame.search')}>
        {targets.map((target) => (
          <div
            key={target.href}
            id={id + target.href}
            role="option"
            tabIndex={-1}
            aria-selected={target === active}
            onClick={() => go(target)}
          >
            {target.label}
            <span>{target.detail}</span>
          </div>
        ))}
      </div>
      {targets.length === 0 && <p role="status">{t('staffFrame.searchNothing')}</p>}
    </>
  )
}

/** People first: a name typed on the phone call is the commonest search. Accents do not matter. */
function usePeople(text: string): Target[] {
  const search = useDebounced(text.trim(), 150)
  const mayRead = useCan('person.read')
  const { data } = useQuery({
    queryKey: ['palette', search],
    queryFn: ({ signal }) => call('GET /people', { query: { search }, signal }),
    enabled: mayRead && search.length >= 2,
    placeholderData: keepPreviousData,
  })
  if (search.length < 2 || !data) return []
  return data.people.slice(0, 8).map((person) => ({
    href: `/gestion/personnes/${person.id}`,
    label: listedName(person),
    detail: person.activity,
  }))
}

function usePages(links: readonly NavLink[], text: string): Target[] {
  const t = useT()
  const wanted = foldForSearch(text)
  return links
    .map((link) => ({
      href: link.href,
      label: t(link.labelKey),
      detail: t(`staffFrame.group.${link.group}`),
    }))
    .filter((target) => foldForSearch(target.label).includes(wanted))
}
