// Runs on the verification page only, which works without it: reads the signed facts after the # of the
// address, and the fingerprint of a file. Nothing leaves the device but that fingerprint, when it is looked up.
const box = document.getElementById('device')
const said = document.getElementById('device-said')
const { words, keys, sha256 } = JSON.parse(box.dataset.page)
const FACTS = /[\w-]{20,}\.[\w-]+\.[\w-]{86}/
const language = document.documentElement.lang
const dates = language === 'en' ? 'en-GB' : 'fr-FR'

box.hidden = false
checkAddress()
addEventListener('hashchange', checkAddress)
document.getElementById('file').addEventListener('change', (event) => checkFile(event.target.files))
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => {
  event.preventDefault()
  checkFile(event.dataTransfer?.files)
})
document.querySelector('form')?.addEventListener('submit', checkPasted)

function checkAddress() {
  const facts = FACTS.exec(location.hash)?.[0]
  if (facts !== undefined) showFacts(facts)
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
  try {
    const read = await readFacts(facts)
    if (read === null) return show('unknown', words.device.unknownKey)
    const { key, payload } = read
    if (payload === null) return show('altered', words.device.altered)
    show('genuine', words.device.genuine.replace('{issuer}', key.issuer), linesOf(payload, key))
  } catch {
    // No Ed25519 in this browser, or an address that is not secure.
    show('unknown', words.device.unsupported)
  }
}

async function readFacts(facts) {
  const [header, payload, signature] = facts.split('.')
  const key = keys.find((known) => known.kid === jsonOf(header)?.kid)
  if (key === undefined) return null
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

function bytesOf(text) {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
}

function linesOf({ n, k, p, d, t, f, r }, key) {
  const { line, kind, figure } = words
  const period = [...new Set(t.split('/').map((text) => dateText(text) || '…'))].join(' – ')
  return [
    [line.kind, kind[k] ?? k],
    [line.number, n],
    ...(r === undefined ? [] : [[line.replaces, r]]),
    [line.issuer, key.issuer],
    [line.issuedOn, dateText(d)],
    [line.period, period],
    [line.name, p],
    ...Object.entries(f).map(([name, value]) => [figure[name] ?? name, value]),
  ]
}

/** A month 'YYYY-MM' or a day 'YYYY-MM-DD'. */
function dateText(text) {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return text
  const month = { month: 'long', year: 'numeric', timeZone: 'UTC' }
  const options = text.length === 7 ? month : { ...month, day: 'numeric' }
  return new Intl.DateTimeFormat(dates, options).format(new Date(text))
}

/** The fingerprint of a file: compared with the document on this page, or else looked up. */
async function checkFile(files) {
  const file = files?.[0]
  if (file === undefined) return
  // A certificate is far smaller; a poor phone could not read a film at once.
  if (file.size > 32e6) return show('altered', words.device.tooLarge)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (sha256 === found) return show('genuine', words.device.same)
  const address = `/verifier/${found}${query()}`
  try {
    const answer = await fetch(address, { method: 'HEAD' })
    if (sha256 === '') location.href = address
    else if (answer.ok) showOther(address)
    else show('altered', words.device.different)
  } catch {
    show('unknown', sha256 === '' ? words.device.offline : words.device.different)
  }
}

/** Not the document of this page, but one that was given here: its own page says what it is worth. */
function showOther(address) {
  show('unknown', words.device.other)
  const link = withText('a', words.device.openOther)
  link.href = address
  said.append(link)
}

function query() {
  return language === 'en' ? '?lang=en' : ''
}

function show(look, sentence, lines = []) {
  const list = document.createElement('dl')
  for (const [label, value] of lines) {
    const row = document.createElement('div')
    row.append(withText('dt', label), withText('dd', value))
    list.append(row)
  }
  const state = withText('p', sentence)
  state.className = `said ${look}`
  said.replaceChildren(state)
  if (lines.length > 0) said.append(list, withText('p', words.device.noRevocation))
}

function withText(name, text) {
  const element = document.createElement(name)
  element.textContent = text
  return element
}
