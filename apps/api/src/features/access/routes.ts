import { accessEndpoints } from '@terreau/protocol/access'
import { pick } from '@terreau/protocol/endpoint'
import { mount, type Router } from '../../platform/http/mount.ts'
import type { Services } from '../../platform/services.ts'
import { countAttempt } from './attempts.ts'
import { chooseLocale } from './choose-locale.ts'
import { closeSession } from './close-session.ts'
import { moveSession } from './move-session.ts'
import { installationState, readSession } from './queries.ts'
import { requestSignIn } from './request-sign-in.ts'
import { signInAsDemo } from './sign-in-as-demo.ts'
import { signInWithCode } from './sign-in-with-code.ts'
import { signInWithLink } from './sign-in-with-link.ts'
import { type CheckedPassword, checkPassword, signInWithPassword } from './sign-in-with-password.ts'

export function mountAccess(router: Router): void {
  mount(router, pick(accessEndpoints, 'GET /installation'), ({ tx }) => installationState(tx))
  mountSignIn(router)
  mountSession(router)
}

function mountSignIn(router: Router): void {
  mount(
    router,
    pick(accessEndpoints, 'POST /sign-in/code'),
    async ({ ctx, body }) => {
      await requestSignIn(ctx, { email: body.email, returnTo: body.returnTo })
      return { ok: true }
    },
    ({ services, clientNetwork, body }) =>
      countAttempt(services, 'code-request', { account: body.email, network: clientNetwork }),
  )
  mount(
    router,
    pick(accessEndpoints, 'POST /sign-in/code/check'),
    ({ ctx, body }) => signInWithCode(ctx, { ...body, totp: body.totp }),
    ({ services, clientNetwork, body }) =>
      countAttempt(services, 'sign-in', { account: body.email, network: clientNetwork }),
  )
  mount(
    router,
    pick(accessEndpoints, 'POST /sign-in/link'),
    ({ ctx, body }) => signInWithLink(ctx, { ...body, totp: body.totp }),
    ({ services, clientNetwork, body }) =>
      countAttempt(services, 'sign-in', { account: body.token, network: clientNetwork }),
  )
  mount(
    router,
    pick(accessEndpoints, 'POST /sign-in/password'),
    ({ ctx, body, prepared }) =>
      signInWithPassword(ctx, { email: body.email, totp: body.totp, checked: prepared }),
    preparePassword,
  )
  mount(
    router,
    pick(accessEndpoints, 'POST /sign-in/demo'),
    ({ ctx, body }) => signInAsDemo(ctx, body),
    ({ services, clientNetwork }) => countAttempt(services, 'demo', { network: clientNetwork }),
  )
}

async function preparePassword(request: {
  services: Services
  clientNetwork: string
  body: { email: string; password: string }
}): Promise<CheckedPassword> {
  const { services, clientNetwork, body } = request
  await countAttempt(services, 'sign-in', { account: body.email, network: clientNetwork })
  return checkPassword(services, body)
}

function mountSession(router: Router): void {
  mount(router, pick(accessEndpoints, 'GET /session'), ({ tx, ctx }) => readSession(tx, ctx))
  mount(router, pick(accessEndpoints, 'DELETE /session'), ({ ctx }) => closeSession(ctx))
  mount(router, pick(accessEndpoints, 'PUT /session/cooperative'), ({ ctx, body }) =>
    moveSession(ctx, body),
  )
  mount(router, pick(accessEndpoints, 'PUT /session/locale'), ({ ctx, body }) =>
    chooseLocale(ctx, body),
  )
}
