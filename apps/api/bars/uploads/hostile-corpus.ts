import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { pdf, photoWithPlace, svg } from '../../test/hostile-files.ts'

/** One hostile file: refused, or kept without what made it hostile. */
export interface HostileFile {
  name: string
  bytes: Uint8Array
  /** 'refused': nothing is kept. 'drawn-again': a clean JPEG is kept. */
  wanted: 'refused' | 'drawn-again'
}

const bytesOf = (text: string) => Buffer.from(text, 'latin1')
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', 'H+H*'].join(
  '$',
)
const ZIP = bytesOf('PK\x03\x04\x14\0\0\0\b\0payload.exe PK\x05\x06')

/** Sixty files, all made here: nothing hostile is kept in the repository. */
export async function hostileCorpus(): Promise<HostileFile[]> {
  return [...(await images()), ...disguises(), ...activePdfs(), ...brokenPdfs()]
}

async function images(): Promise<HostileFile[]> {
  const photo = Buffer.from(await photoWithPlace(300, 200))
  const png = await sharp(photo).png().toBuffer()
  const webp = await sharp(photo).webp().toBuffer()
  const cmyk = await sharp(photo).toColourspace('cmyk').jpeg().toBuffer()
  const progressive = await sharp(photo).jpeg({ progressive: true }).toBuffer()
  const deep = await sharp(photo).toColourspace('rgb16').png().toBuffer()
  const turned = await sharp(photo).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const profiled = await sharp(photo).withIccProfile('p3').jpeg().toBuffer()
  const tails = [ZIP, bytesOf('<script>alert(1)</script>'), bytesOf('<?php system($_GET[0]);')]
  const kept: [string, Uint8Array][] = [
    ['place.jpg', photo],
    ['place.webp', await sharp(photo).keepExif().webp().toBuffer()],
    ['place.png', await sharp(photo).keepExif().png().toBuffer()],
    ...tails.map((tail, n): [string, Uint8Array] => [
      `tail-${n}.jpg`,
      Buffer.concat([photo, tail]),
    ]),
    ...tails.map((tail, n): [string, Uint8Array] => [`tail-${n}.png`, Buffer.concat([png, tail])]),
    ['tail.webp', Buffer.concat([webp, ZIP])],
    ['cmyk.jpg', cmyk],
    ['progressive.jpg', progressive],
    ['sixteen-bits.png', deep],
    ['turned.jpg', turned],
    ['profile.jpg', profiled],
    ['facture.pdf.jpg', photo],
    ['photo.jpg.exe', photo],
    ['\u202egpj.exe', photo],
    ['../../etc/passwd.jpg', photo],
    ['a'.repeat(199), photo],
    ['moving.png', animated(png)],
    ['comment.jpg', withComment(photo, '<script>alert(1)</script>')],
    ['text.png', withText(png, 'javascript:alert(1)')],
  ]
  const refused: [string, Uint8Array][] = [
    ['half.jpg', photo.subarray(0, photo.length / 2)],
    ['half.png', png.subarray(0, png.length / 2)],
    ['half.webp', webp.subarray(0, webp.length / 2)],
    ['bomb.png', announcing(50_000, 50_000)],
    ['wide.png', announcing(2_000_000, 30)],
    ['flat-bomb.png', unfolding(7_000, 7_000)],
    ['virus.jpg', Buffer.concat([photo, bytesOf(EICAR)])],
    ['photo.heic', Buffer.concat([bytesOf('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), photo])],
    ['large.jpg', Buffer.concat([photo, Buffer.alloc(10 * 1024 * 1024)])],
  ]
  return [
    ...kept.map(([name, bytes]) => ({ name, bytes, wanted: 'drawn-again' as const })),
    ...refused.map(([name, bytes]) => ({ name, bytes, wanted: 'refused' as const })),
  ]
}

/** What is no image nor a PDF by its first bytes, whatever it is called. */
function disguises(): HostileFile[] {
  const files: [string, Uint8Array][] = [
    ['drawing.svg', svg()],
    ['page.jpg', bytesOf('<!doctype html><script>alert(1)</script>')],
    ['program.jpg', bytesOf('MZ\x90\0\x03 program')],
    ['archive.png', ZIP],
    ['zip-bomb.pdf', Buffer.concat([bytesOf('PK\x03\x04'), deflateSync(Buffer.alloc(5_000_000))])],
    ['virus.pdf', bytesOf(EICAR)],
    ['gif.jpg', bytesOf('GIF89a/*\x01\0*/=1;alert(1)')],
    ['empty.jpg', Buffer.alloc(0)],
  ]
  return files.map(([name, bytes]) => ({ name, bytes, wanted: 'refused' }))
}

function activePdfs(): HostileFile[] {
  const catalogues = [
    '/OpenAction <</S /JavaScript /JS (x)>>',
    '/OpenAction <</S /URI /URI (https://x.test)>>',
    '/OpenAction 9 0 R',
    '/AA <</O <</S /JavaScript>>>>',
    '/Names <</JavaScript 9 0 R>>',
    '/Names <</EmbeddedFiles 9 0 R>>',
    '/A <</S /Launch /F (cmd.exe)>>',
    '/A <</S /SubmitForm>>',
    '/A <</S /GoToE>>',
    '/A <</S /Rendition>>',
    '/RichMedia 9 0 R',
    '/AcroForm <</XFA 9 0 R>>',
    '/A <</S /J#61va#53cript>>',
    '/Encrypt 9 0 R',
  ]
  const files = catalogues.map((catalogue) => pdf({ catalogue }))
  files.push(pdf({ objectStream: '5 0 <</S /JavaScript /JS (x)>>' }))
  files.push(
    pdf({ after: '9 0 obj <</Length 9>> stream\n8 0 obj <</S /Launch>> endstream endobj' }),
  )
  return files.map((bytes, n) => ({ name: `active-${n}.pdf`, bytes, wanted: 'refused' }))
}

function brokenPdfs(): HostileFile[] {
  const files = [
    pdf().subarray(0, 60),
    Buffer.concat([pdf(), ZIP]),
    Buffer.concat([pdf(), bytesOf('<script>alert(1)</script>')]),
    pdf({ objectStream: ' '.repeat(30_000_000) }),
  ]
  return files.map((bytes, n) => ({ name: `broken-${n}.pdf`, bytes, wanted: 'refused' }))
}

/** A PNG that announces a size it does not have. */
function announcing(width: number, height: number): Uint8Array {
  return pngOf([header(width, height), ['IDAT', deflateSync(Buffer.alloc(1_000))]])
}

/** A PNG of some kilobytes that really unfolds to more pixels than may be kept. */
function unfolding(width: number, height: number): Uint8Array {
  const rows = deflateSync(Buffer.alloc((width + 1) * height), { level: 9 })
  return pngOf([header(width, height, 0), ['IDAT', rows]])
}

function header(width: number, height: number, colour = 2): [string, Buffer] {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([8, colour, 0, 0, 0], 8)
  return ['IHDR', data]
}

function pngOf(chunks: readonly [string, Buffer][]): Uint8Array {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const all = [...chunks, ['IEND', Buffer.alloc(0)] as const]
  return Buffer.concat([signature, ...all.map(([type, data]) => chunk(type, data))])
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const body = Buffer.concat([bytesOf(type), data])
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}

/** The same PNG with an extra chunk right after its header. */
function insertChunk(png: Buffer, type: string, data: Buffer): Uint8Array {
  return Buffer.concat([png.subarray(0, 33), chunk(type, data), png.subarray(33)])
}

function animated(png: Buffer): Uint8Array {
  return insertChunk(png, 'acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]))
}

function withText(png: Buffer, text: string): Uint8Array {
  return insertChunk(png, 'tEXt', bytesOf(`Comment\0${text}`))
}

function withComment(jpeg: Buffer, text: string): Uint8Array {
  const head = Buffer.from([0xff, 0xfe, 0, text.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, bytesOf(text), jpeg.subarray(2)])
}
