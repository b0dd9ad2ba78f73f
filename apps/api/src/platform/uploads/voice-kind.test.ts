import { expect, it } from 'vitest'
import { box, element, mp4Voice, webmVoice } from '../../../test/voice-files.ts'
import { voiceKind } from './voice-kind.ts'

it('knows what browsers record', () => {
  expect(voiceKind(webmVoice())).toBe('audio/webm')
  expect(voiceKind(webmVoice({ more: element([0xec], [0, 0]) }))).toBe('audio/webm')
  expect(voiceKind(mp4Voice())).toBe('audio/mp4')
  expect(voiceKind(mp4Voice({ brand: 'M4A ', coding: 'Opus' }))).toBe('audio/mp4')
  expect(voiceKind(mp4Voice({ brand: 'vp09', coding: 'Opus' }))).toBe('audio/mp4')
})

const page = [...Buffer.from('<!doctype html><script>alert(1)</script>')]
const whole = { webm: webmVoice(), mp4: mp4Voice() }
const attachment = element([0x19, 0x41, 0xa4, 0x69], [1, 2, 3])

it.each([
  ['is empty', new Uint8Array()],
  ['is a page', Uint8Array.from(page)],
  ['is a page after four right bytes', Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, ...page])],
  ['is Matroska under its own name', webmVoice({ docType: 'matroska' })],
  ['is a film in WebM', webmVoice({ kind: 1, codec: 'V_VP8' })],
  ['says sound and holds a film', webmVoice({ codec: 'V_VP9' })],
  ['holds a second track', webmVoice({ tracks: 2 })],
  ['holds an attachment', webmVoice({ more: attachment })],
  ['holds a page after the sound', Uint8Array.from([...whole.webm, ...page])],
  ['is WebM cut in a block', whole.webm.subarray(0, -3)],
  ['has a track and no sound', whole.webm.subarray(0, whole.webm.indexOf(0x1f))],
  ['is a film in MP4', mp4Voice({ brand: 'vp09', handlers: ['vide'], coding: 'vp09' })],
  ['says sound and codes a film', mp4Voice({ coding: 'avc1' })],
  ['holds sound and a film', mp4Voice({ handlers: ['soun', 'vide'] })],
  ['is a photo of the same family', mp4Voice({ brand: 'heic' })],
  ['holds a box of somebody', mp4Voice({ more: box('uuid', page) })],
  ['holds a page after the boxes', Uint8Array.from([...whole.mp4, ...page])],
  ['is MP4 cut in its sound', whole.mp4.subarray(0, -2)],
])('refuses what %s', (_what, bytes) => {
  expect(voiceKind(bytes)).toBeNull()
})
