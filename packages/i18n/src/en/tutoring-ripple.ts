import type { tutoringRipple as source } from '../fr/tutoring-ripple.ts'
import type { Translation } from '../t.ts'

export const tutoringRipple = {
  link: 'Help that goes on',
  title: 'Help that goes on',
  hint: 'Only sessions that the person helped confirmed count. Who was helped and then helps somebody else is one more link.',
  none: 'No confirmed session yet.',
  helpers: 'People who helped',
  helped: 'People helped',
  becameHelpers: 'People helped who then helped',
  longestChain: 'Longest chain, in people who help',
  yearsCaption: 'Help given and received, by year',
  years: 'Year by year',
  year: 'Year',
  newHelpers: 'Helped before, helping for the first time',
  chainsCaption: 'Who helps, in the chains',
  chains: 'The chains',
  noChain: 'Nobody has been helped and then helped others yet.',
  noNames: 'Names are shown to those who bring people together.',
  picture:
    'Chains of help over the years. Each person stands under who helped them first. The table below says the same.',
  legend: 'A full dot: the person helped now helps. An empty dot: they were helped.',
  person: 'Who helps',
  helpedBy: 'First helped by',
  helpedByOn: '{name}, on {day}',
  helpedByNobody: 'no help before',
  helpsFrom: 'Helps since',
  people: 'People helped',
  nowHelping: 'Of them, now helping',
  more: 'People who help and are not shown: {count}.',
} as const satisfies Translation<typeof source>
