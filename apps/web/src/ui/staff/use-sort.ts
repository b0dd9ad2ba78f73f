import { useSearch } from 'wouter'

export interface Sort {
  key: string
  isDescending: boolean
}

/** The order of a list, kept in the address: `?tri=name`, or `?tri=-name` for the other way. */
export function useSort(initial: string): Sort {
  const search = useSearch()
  return sortOf(new URLSearchParams(search).get('tri') ?? initial)
}

/** The address that sorts by a column; a second press turns the order round. */
export function sortHref(search: string, sort: Sort, key: string): string {
  const params = new URLSearchParams(search)
  params.set('tri', sort.key === key && !sort.isDescending ? `-${key}` : key)
  params.delete('page')
  return `?${params}`
}

function sortOf(text: string): Sort {
  return text.startsWith('-')
    ? { key: text.slice(1), isDescending: true }
    : { key: text, isDescending: false }
}
