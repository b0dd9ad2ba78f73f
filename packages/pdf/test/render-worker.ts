import { parentPort, workerData } from 'node:worker_threads'
import { renderPdf } from '../src/render.ts'

const { kind, model, createdAt } = workerData
parentPort?.postMessage(await renderPdf(kind, model, { createdAt }))
