import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Tool = 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'qpdf'

const PACKAGES: Readonly<Record<Tool, string>> = {
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  qpdf: 'qpdf',
}

/** Runs a public PDF tool on a document; `{file}` in the arguments is the document. */
export function runPdfTool(tool: Tool, args: readonly string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'terreau-pdf-'))
  const file = join(folder, 'document.pdf')
  try {
    writeFileSync(file, pdf)
    const filled = args.map((arg) => arg.replace('{file}', file))
    const run = spawnSync(tool, filled, { encoding: 'utf8', maxBuffer: 50_000_000 })
    if (run.error) {
      throw new Error(`${tool} is needed to check the PDFs: install ${PACKAGES[tool]}`)
    }
    if (run.status !== 0) throw new Error(`${tool}: ${run.stdout}${run.stderr}`)
    return run.stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Text of a document as a reader copies it, line by line, whatever the version of poppler. */
export function textOf(pdf: Uint8Array): string {
  const lines = runPdfTool('pdftotext', ['-layout', '{file}', '-'], pdf).split(/[\n\f]/)
  const tidy = lines
    .map((line) => line.trim().replace(/ {2,}/g, '  '))
    .filter((line) => line !== '')
  return `${tidy.join('\n')}\n`
}

/** Tag of each structure element, in reading order. */
export function structureOf(pdf: Uint8Array): string[] {
  const tree = runPdfTool('pdfinfo', ['-struct', '{file}'], pdf)
  return tree
    .split('\n')
    .map((line) => /^ *([A-Z]\w*)/.exec(line)?.[1] ?? '')
    .filter((tag) => tag !== '')
}

/** Objects of the document as readable text, streams left out. */
export function objectsOf(pdf: Uint8Array): string {
  const args = ['--qdf', '--object-streams=disable', '--no-original-object-ids', '{file}', '-']
  return runPdfTool('qpdf', args, pdf).replace(/^stream\n[\s\S]*?^endstream$/gm, '')
}
