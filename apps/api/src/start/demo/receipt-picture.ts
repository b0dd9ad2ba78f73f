import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const FONT = fileURLToPath(import.meta.resolve('@terreau/pdf/fonts/noto-sans')).replace(
  /noto-sans\.ts$/,
  'NotoSans-Regular.ttf',
)
const WIDTH = 620
const MARGIN = 44

export interface PrintedReceipt {
  shop: string
  on: string
  label: string
  vatText: string
  grossText: string
}

/** A picture that looks like the photo of a receipt, with the very amounts of its line. */
export function receiptPicture(receipt: PrintedReceipt): Promise<Uint8Array> {
  const { shop, on, label, vatText, grossText } = receipt
  const [year, month, day] = on.split('-')
  const vat = vatText === '' ? [] : [`dont TVA   ${vatText} EUR`]
  return photoOf([
    `<b>${escaped(shop)}</b>`,
    'TICKET DE DÉMONSTRATION',
    '',
    `le ${day}/${month}/${year}`,
    '— — — — — — — — — — — — —',
    escaped(label),
    '— — — — — — — — — — — — —',
    `<big>TOTAL   ${grossText} EUR</big>`,
    ...vat,
    '',
    'Merci de votre visite',
  ])
}

/** A picture that looks like the photo of a sheet of paper: a heading, and a line for each fact. */
export function paperPicture(heading: string, facts: readonly string[]): Promise<Uint8Array> {
  return photoOf([
    `<b>${escaped(heading)}</b>`,
    'FEUILLE DE DÉMONSTRATION',
    '',
    ...facts.map(escaped),
  ])
}

async function photoOf(lines: readonly string[]): Promise<Uint8Array> {
  const text = await sharp({
    text: {
      text: lines.join('\n'),
      font: 'Noto Sans',
      fontfile: FONT,
      width: WIDTH - 2 * MARGIN,
      dpi: 190,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return sharp({
    create: {
      width: WIDTH,
      height: text.info.height + 2 * MARGIN,
      channels: 3,
      background: '#f6f2e8',
    },
  })
    .composite([{ input: text.data, left: MARGIN, top: MARGIN }])
    .rotate(-1.5, { background: '#8a7f70' })
    .jpeg({ quality: 70 })
    .toBuffer()
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
