/** Where the issuer of badges of one cooperative is found; its identifier is the same address (did:web). */
export interface IssuerAddresses {
  /** 'did:web:host:issuers:<id>'; a port is written '%3A'. */
  did: string
  /** Where `did` resolves to. */
  document: string
  statusList: string
  achievement: (thresholdMinutes: number) => string
}

/**
 * Several cooperatives share one installation, so each has a path of its own: the identifier resolves to
 * `<address>/issuers/<id>/did.json` (did:web method, "Read (Resolve)").
 */
export function issuerAddresses(publicUrl: string, cooperativeId: string): IssuerAddresses {
  const { host, pathname } = new URL(publicUrl)
  const parts = [...pathname.split('/').filter((part) => part !== ''), 'issuers', cooperativeId]
  const base = `${publicUrl}/issuers/${cooperativeId}`
  return {
    did: ['did', 'web', host.replace(':', '%3A'), ...parts].join(':'),
    document: `${base}/did.json`,
    statusList: `${base}/status`,
    achievement: (thresholdMinutes) => `${base}/tutoring/${thresholdMinutes}`,
  }
}

/** The address of a badge: its identifier, its page, and under it its files. */
export function badgeUrl(publicUrl: string, code: string): string {
  return `${publicUrl}/badges/${code}`
}
