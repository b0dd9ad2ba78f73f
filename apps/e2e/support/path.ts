import { execFileSync } from 'node:child_process'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { fullName } from '@terreau/domain/names/full-name'
import { lastMail } from './people.ts'

/** Terms with everything that R127-1 demands. */
const TERMS = {
  programme: { objectives: ['Trouver dix clientes'], steps: ['Un rendez-vous par mois'] },
  extraCommitments: { coopBefore: [], personBefore: [], coopAfter: [], personAfter: [] },
  activityStartsOn: null,
  means: [{ name: 'Atelier partagé', amount: 'Deux jours par semaine', conditions: '' }],
  thirdParties: { nature: 'Achats de tissus', maximumCents: '80000', finalBearer: 'activity' },
  declarationDueDay: 5,
  noticeDays: 30,
  monthlyPayBeforeCents: null,
  isFullTimeEmployee: false,
}

/** Every clause that L7331-2 demands. */
export const CLAUSES = {
  objectives: ['Atteindre 24 000 € de ventes par an'],
  minimumActivity: 'Facturer 900 € par mois en moyenne.',
  means: [{ name: 'Suivi individuel', amount: 'Une heure par mois', conditions: '' }],
  followsAssembly: true,
  fixedPartCents: '60000',
  variablePart: 'Ce qui reste au compte d’activité.',
  statutesOn: '2025-06-20',
  clientele: 'L’entrepreneure salariée garde la clientèle.',
  intellectualProperty: 'L’entrepreneure salariée garde ses droits.',
  interviews: 'Au printemps et à l’automne.',
  becomingAssociate: 'Souscrire une part sociale.',
  netResult: 'Arrêté à la clôture de l’exercice.',
  trialEndsOn: null,
}

export interface Followed {
  personId: string
  activityId: string
  schemeId: string
  name: string
}

/** What journeys set up through the product's own requests: staff who act, and the direction who reads mails. */
export class Office {
  readonly #page: Page
  readonly #direction: APIRequestContext

  constructor(page: Page, direction: APIRequestContext) {
    this.#page = page
    this.#direction = direction
  }

  /** Somebody whose file has all that a contract prints; nothing is known of their right to work. */
  async openFile(givenName: string, familyName: string): Promise<Followed> {
    // A journey may run again on the same installation.
    const n = crypto.randomUUID().slice(0, 8)
    const { id: personId, activityId } = await this.post<{ id: string; activityId: string }>(
      '/api/people',
      {
        civility: '',
        givenName,
        familyName,
        bornOn: '1990-03-12',
        email: `${familyName.toLowerCase()}.${n}@exemple.test`,
        phone: '',
        locale: 'fr',
        address: '3 rue des Lilas\n93100 Montreuil',
        activity: { name: 'Couture', vatRateBp: 2000, fiscalHorsepower: null },
        isReallyNew: true,
      },
    )
    const { schemes } = await this.get<{ schemes: { id: string }[] }>(
      `/api/people/${personId}/contract-choices`,
    )
    const schemeId = schemes[0]?.id ?? ''
    return { personId, activityId, schemeId, name: fullName({ givenName, familyName }) }
  }

  /** The nationality, which asks nothing more. */
  async recordFrench({ personId }: Followed): Promise<void> {
    const nothing = { number: '', validFrom: null, validUntil: null, originalSeenOn: null }
    const none = { authorisedFrom: null, authorisedUntil: null }
    await this.post(`/api/people/${personId}/permits`, { kind: 'french', ...nothing, ...none })
  }

  /** A CAPE that both have signed. */
  async signedCape(of: Followed, startsOn: string, endsOn: string): Promise<string> {
    const { activityId, schemeId } = of
    const { id } = await this.post<{ id: string }>(`/api/people/${of.personId}/contracts`, {
      activityId,
      schemeId,
      startsOn,
      endsOn,
      terms: TERMS,
    })
    await this.post(`/api/contracts/${id}/sending`, undefined, 1)
    await this.signByBoth(of, await this.signatureOf(id))
    return id
  }

  /** The request to sign of a contract. */
  async signatureOf(contractId: string): Promise<string> {
    const { signatureId } = await this.get<{ signatureId: string }>(`/api/contracts/${contractId}`)
    return signatureId
  }

  /** The person signs in the office with the code of their mail, then the cooperative. */
  async signByBoth({ name }: Followed, signatureId: string): Promise<void> {
    const path = `/api/signatures/${signatureId}`
    const request = await this.get<{ documentSha256: string; title: string }>(path)
    const { documentSha256, title } = request
    await this.post(`${path}/office-code`, { position: 1 })
    const pattern = new RegExp(`Pour signer « ${title} », écrivez ce code : (\\d{6})`)
    const code = pattern.exec(await lastMail(this.#direction, pattern))?.[1] ?? ''
    const screen = { code: '2468' }
    await this.post(`${path}/handover`, { position: 1, reason: 'Signe au bureau', ...screen })
    const signed = { position: 1, typedName: name, code, documentSha256 }
    await this.post(`${path}/office-signature`, signed)
    await this.post('/api/session/screen', screen)
    const signatures = [{ signatureId, documentSha256 }]
    // Who was the witness does not sign for the cooperative.
    await this.#send(this.#direction, '/api/signatures/countersignatures', { signatures })
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.#page.request.get(path)
    expect(answer.status(), path).toBe(200)
    return answer.json()
  }

  post<T = unknown>(path: string, data: unknown, version?: number): Promise<T> {
    return this.#send(this.#page.request, path, data, version)
  }

  async #send<T>(by: APIRequestContext, path: string, data: unknown, version?: number): Promise<T> {
    const answer = await by.post(path, {
      ...(data === undefined ? {} : { data }),
      headers: {
        origin: new URL(this.#page.url()).origin,
        'idempotency-key': crypto.randomUUID(),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
    })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return answer.status() === 204 ? (undefined as T) : answer.json()
  }

  /** The text of a PDF, read back as a reader would. */
  async pdfText(path: string): Promise<string> {
    const answer = await this.#page.request.get(path)
    expect(answer.headers()['content-type']).toBe('application/pdf')
    const input = await answer.body()
    return execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' })
  }
}
