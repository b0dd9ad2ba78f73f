import type { interviewReport as french } from '../fr/documents-interview-report.ts'
import type { SameTexts } from '../fr/documents-shape.ts'

export const interviewReport: SameTexts<typeof french> = {
  title: 'Report of an individual interview',
  subtitle: 'Support interview, article R7331-3 of the French labour code',
  person: 'Entrepreneur',
  coop: 'For the cooperative',
  contract: 'Contract',
  heldOn: 'Day of the interview',
  heldBy: 'Held by',
  how: 'How it was held',
  ways: { place: 'In person', phone: 'By phone', video: 'By video call' },
  parts: {
    review: 'Review of the activity',
    outlook: 'Foreseeable evolution of the activity',
    actions: 'Individual and collective actions needed',
    needs: 'Support needs',
    agreed: 'What was agreed',
    nextSteps: 'What comes next',
  },
  signatures: 'Signatures',
}
