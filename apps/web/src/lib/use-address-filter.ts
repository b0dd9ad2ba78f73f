import { useSearchParams } from 'wouter'

/**
 * Writes a filter to the address, so that what is shown can be kept and sent. An empty value takes the
 * filter away; the list begins again at its first page, and going back skips what was typed on the way.
 */
export function useAddressFilter(): (name: string) => (value: string) => void {
  const [, setParams] = useSearchParams()
  return (name) => (value) =>
    setParams(
      (current) => {
        current.delete('page')
        if (value === '') current.delete(name)
        else current.set(name, value)
        return current
      },
      { replace: true },
    )
}
