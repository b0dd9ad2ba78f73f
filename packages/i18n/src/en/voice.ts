import type { voice as source } from '../fr/voice.ts'
import type { Translation } from '../t.ts'

export const voice = {
  asking: 'Allow the microphone.',
  recording: 'Speak. The microphone is listening.',
  time: '{time} of {most}',
  stop: 'I have finished',
  stillSpeaking: 'First press “I have finished”.',
  done: 'Listen to your voice. It is not sent yet.',
  full: 'The minute is over. Listen to your voice. It is not sent yet.',
  kept: 'It is kept on this phone.',
  notKept: 'This phone cannot keep it: do not close this page.',
  player: 'Your voice',
  again: 'Start again',
  drop: 'Remove the voice',
  close: 'Close',
  refused: 'The microphone is blocked. Allow it in the settings, then start again. Or write.',
  busy: 'The microphone does not answer. Close the other apps, then start again. Or write.',
  absent: 'We cannot find a microphone. Please write instead.',
} as const satisfies Translation<typeof source>
