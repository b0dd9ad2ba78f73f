import type { Router } from '../../platform/http/mount.ts'

export function mountAttestations(_router: Router): void {}
