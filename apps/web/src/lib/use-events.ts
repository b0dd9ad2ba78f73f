import { useEffect, useRef, useState } from 'react'

interface EventsOptions {
  /** The address of the stream (`apiUrl('GET /…')`), or null to stay quiet. */
  url: string | null
  /** The names of the events to hear. */
  names: readonly string[]
  onEvent: (name: string, data: unknown) => void
  /** Called every `pollMs` while the stream cannot be opened (a proxy that cuts it). */
  onPoll: () => void
  pollMs?: number
}

/** Hears the server's events; asks at regular intervals instead while the stream is closed. */
export function useEvents({ url, names, onEvent, onPoll, pollMs = 3000 }: EventsOptions): void {
  const handlers = useRef({ onEvent, onPoll })
  useEffect(() => {
    handlers.current = { onEvent, onPoll }
  })
  const [isClosed, setClosed] = useState(false)
  const heard = names.join(' ')
  useEffect(() => {
    if (url === null) return
    const source = new EventSource(url)
    const hear = (event: MessageEvent<string>) =>
      handlers.current.onEvent(event.type, parse(event.data))
    for (const name of heard.split(' ')) source.addEventListener(name, hear)
    source.onopen = () => setClosed(false)
    source.onerror = () => setClosed(true)
    return () => source.close()
  }, [url, heard])
  useEffect(() => {
    if (url === null || !isClosed) return
    const timer = window.setInterval(() => handlers.current.onPoll(), pollMs)
    return () => window.clearInterval(timer)
  }, [url, isClosed, pollMs])
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return data
  }
}
