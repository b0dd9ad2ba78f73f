// Runs on the verification page only, which works without it: reads the signed facts after the # of the
// address, and the fingerprint of a file. Nothing leaves the device but that fingerprint, when it is looked up.
const box = document.getElementById('device')
const said = document.getElementById('device-said')
const picked = document.getElementById('file')
const { words, keys, sha256, number, look } = JSON.parse(box.dataset.page)
const FACTS = /[\w-]{20,}\.[\w-]+\.[\w-]+/
const SIGNATURE_LENGTH = 86
const language = document.documentElement.lang
const dates = language === 'en' ? 'en-GB' : 'fr-FR'
/** Of several files chosen one after the other, the last one is answered. */
let turn = 0

box.hidden = false
checkAddress()
addEventListener('hashchange', checkAddress)
picked.addEventListener('change', () => checkFiles(picked.files))
// The same file can be chosen again, once there is a network.
picked.addEventListener('click', () => {
  picked.value = ''
})
addEventListener('dragover', keepDropped)
addEventListener('drop', (event) => {
  if (keepDropped(event)) checkFiles(event.dataTransfer.files)
})
addEventListener('pageshow', (event) => {
  if (event.persisted) said.replaceChildren()
})
document.querySelector('form')?.addEventListener('submit', checkPasted)

/** A code that is dropped into its field stays there. */
function keepDropped(event) {
  const isFile = event.dataTransfer?.types.includes('Files')
  if (isFile) event.preventDefault()
  return isFile
}

/** Whatever stands after the # and is no place of the page was meant as the facts, whole or not. */
function checkAddress() {
  const facts = location.hash.slice(1)
  if (facts !== '' && document.getElementById(facts) === null) showFacts(facts)
}

/** A whole address that was pasted is checked here; its code is asked to the server when there is a network. */
function checkPasted(event) {
  const typed = document.getElementById('code').value
  const facts = FACTS.exec(typed)?.[0]
  if (facts === undefined) return
  event.preventDefault()
  const code = /\/verifier\/([\w-]+)/.exec(typed)?.[1]
  if (navigator.onLine && code !== undefined) location.href = `/verifier/${code}${query()}#${facts}`
  else showFacts(facts)
}

async function showFacts(facts) {
  turn += 1
  const [, , signature = '', ...more] = facts.split('.')
  if (signature.length !== SIGNATURE_LENGTH || more.length > 0 || !/^[\w.-]+$/.test(facts))
    return warn(words.device.damaged)
  try {
    const read = await readFacts(facts)
    if (read === null) return show('unknown', words.device.unknownKey)
    const { key, payload } = read
    if (payload === null) return warn(words.device.altered)
    if (number !== '' && payload.n !== number) return warn(words.device.otherNumber)
    const sentence = (text) => text.replace('{issuer}', () => key.issuer)
    if (look === 'unknown') show('unknown', sentence(words.device.unknownHere))
    else if (isEnded()) return show(look, sentence(words.device.ended))
    else show('genuine', sentence(words.device.genuine))
    said.append(listOf(linesOf(payload, key)))
    said.append(withText('p', number === '' ? words.device.noRevocation : words.device.seeTop))
  } catch {
    // No Ed25519 in this browser, or an address that is not secure.
    show('unknown', number === '' ? words.device.cannot : words.device.unsupported)
  }
}

/** The page above says that the certificate is not valid: nothing below may look as if it were. */
function isEnded() {
  return number !== '' && look !== 'genuine'
}

async function readFacts(facts) {
  const [header, payload, signature] = facts.split('.')
  const kid = jsonOf(header)?.kid
  const key = keys.find((known) => known.kid === kid)
  if (key === undefined) return null
  // The header as it is written by the server, and one spelling only of each part.
  const head = partOf(new TextEncoder().encode(JSON.stringify({ alg: 'EdDSA', kid })))
  const isExact = header === head && [payload, signature].every(isExactPart)
  if (!isExact) return { key, payload: null }
  const { kty, crv, x } = key
  const algorithm = { name: 'Ed25519' }
  const imported = await crypto.subtle.importKey('jwk', { kty, crv, x }, algorithm, false, [
    'verify',
  ])
  const signed = new TextEncoder().encode(`${header}.${payload}`)
  const isRight = await crypto.subtle.verify(algorithm, imported, bytesOf(signature), signed)
  const read = isRight ? jsonOf(payload) : null
  const isLate = key.retired_on !== null && read !== null && read.d > key.retired_on
  return { key, payload: isLate ? null : read }
}

function jsonOf(part) {
  try {
    return JSON.parse(new TextDecoder().decode(bytesOf(part)))
  } catch {
    return null
  }
}

function isExactPart(part) {
  try {
    return partOf(bytesOf(part)) === part
  } catch {
    return false
  }
}

function bytesOf(text) {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
}

function partOf(bytes) {
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function linesOf({ n, k, p, d, t, f, r }, key) {
  const { line, kind, figure } = words
  // Several contracts: each has its days below, and one first and last day would hide a break between them.
  const isOne = !(f.startsOn ?? '').includes('; ')
  return [
    [line.kind, kind[k] ?? k],
    [line.number, n],
    ...(r === undefined ? [] : [[line.replaces, r]]),
    [line.issuer, key.issuer],
    [line.issuedOn, dateText(d)],
    ...(isOne ? [[line.period, periodText(t)]] : []),
    [line.name, p],
    ...Object.entries(f).map(([name, value]) => [figure[name] ?? name, value]),
  ]
}

function periodText(text) {
  const [start = '', end = ''] = text.split('/')
  const [from, to] = [dateText(start), dateText(end)]
  if (start.length === 'YYYY-MM'.length) return from === to ? from : `${from} – ${to}`
  const sentence = end === '' ? words.since : words.period
  return sentence.replace('{from}', from).replace('{to}', to)
}

/** A month 'YYYY-MM' or a day 'YYYY-MM-DD'. */
function dateText(text) {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return text
  const month = { month: 'long', year: 'numeric', timeZone: 'UTC' }
  const options = text.length === 7 ? month : { ...month, day: 'numeric' }
  const said = new Intl.DateTimeFormat(dates, options).format(new Date(text))
  return language === 'en' ? said : said.replace(/^1 /, '1er ')
}

async function checkFiles(files) {
  if (files.length === 0) return
  if (files.length > 1) return show('unknown', words.device.several)
  const mine = ++turn
  show('unknown', words.device.working)
  const answer = await answerAbout(files[0])
  if (mine === turn) answer()
}

/** What to do about a file, as an act: show a sentence, or open its page. */
async function answerAbout(file) {
  const saying = (look, code) => () => show(look, words.device[code])
  // A certificate is far smaller; a poor phone could not read a film at once.
  if (file.size > 32e6) return saying('altered', 'tooLarge')
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return saying('unknown', 'unreadable')
  const fault = faultOf(new Uint8Array(bytes))
  if (fault !== null) return saying('unknown', fault)
  if (crypto.subtle === undefined) return saying('unknown', 'cannot')
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (sha256 === found) return isEnded() ? saying(look, 'sameEnded') : saying('genuine', 'same')
  const address = `/verifier/${found}${query()}`
  // Its page says what it is worth; a page that is not there would be the browser's own.
  const asked = sha256 === '' ? '/verifier.js' : address
  const answer = await fetch(asked, { method: 'HEAD', cache: 'no-store' }).catch(() => null)
  if (sha256 === '')
    return answer === null
      ? saying('unknown', 'offline')
      : () => {
          location.href = address
        }
  return answer?.ok ? () => showOther(address) : saying('altered', 'different')
}

/** What a file is that can be no certificate, seen without asking anybody. */
function faultOf(bytes) {
  const holds = (part, mark) => new TextDecoder('latin1').decode(part).includes(mark)
  if (bytes.length === 0) return 'empty'
  if (!holds(bytes.subarray(0, 1024), '%PDF-')) return 'notPdf'
  return holds(bytes.subarray(-1024), '%%EOF') ? null : 'cutShort'
}

/** Not the document of this page, but one that was given here: its own page says what it is worth. */
function showOther(address) {
  show('unknown', words.device.other)
  const link = withText('a', words.device.openOther)
  link.href = address
  said.append(link)
}

/** The pages that follow stay in a language that was chosen, whatever the browser asks for. */
function query() {
  return new URLSearchParams(location.search).has('lang') ? `?lang=${language}` : ''
}

function listOf(lines) {
  const list = document.createElement('dl')
  for (const [label, value] of lines) {
    const row = document.createElement('div')
    row.append(withText('dt', label), withText('dd', value))
    list.append(row)
  }
  return list
}

/** A square that was changed stands first on the page: below a genuine code nobody would read of it. */
function warn(sentence) {
  show('altered', sentence)
  document.getElementById('main').prepend(said)
}

function show(look, sentence) {
  box.querySelector('h2').after(said)
  const state = withText('p', sentence)
  state.className = `said ${look}`
  said.replaceChildren(state)
}

function withText(name, text) {
  const element = document.createElement(name)
  element.textContent = text
  return element
}
