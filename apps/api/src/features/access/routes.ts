import { accessEndpoints } from '@terreau/protocol/access'
import { pick } from '@terreau/protocol/endpoint'
import { mount, type Router } from '../../platform/http/mount.ts'
import type { Services } from '../../platform/services.ts'
import { countAttempt } from './attempts.ts'
import { beginTotp } from './begin-totp.ts'
import { changeLogo, logoFile, removeLogo } from './change-logo.ts'
import { changePassword } from './change-password.ts'
import { chooseLocale } from './choose-locale.ts'
import { closeSession } from './close-session.ts'
import { confirmTotp } from './confirm-totp.ts'
import { editCooperative } from './edit-cooperative.ts'
import { forgetSecondFactor } from './forget-second-factor.ts'
import { takeScreenBack } from './handed-screen.ts'
import { installCooperative, prepareInstallation } from './install-cooperative.ts'
import { inviteUser } from './invite-user.ts'
import { moveSession } from './move-session.ts'
import { listAudit, listMails, readCooperative } from './office-queries.ts'
import { installationState, readSession } from './queries.ts'
import { requestSignIn } from './request-sign-in.ts'
import { revokeRole } from './revoke-role.ts'
import { revokeSession } from './revoke-session.ts'
import { listSessions } from './session-queries.ts'
import { signInAsDemo } from './sign-in-as-demo.ts'
import { signInWithCode } from './sign-in-with-code.ts'
import { signInWithLink } from './sign-in-with-link.ts'
import { type CheckedPassword, checkPassword, signInWithPassword } from './sign-in-with-password.ts'
import { listUsers } from './user-queries.ts'

export function mountAccess(router: Router): void {
  mount(router, pick(accessEndpoints, 'GET /installation'), ({ tx }) => installationState(tx))
  mount(
    router,
    pick(accessEndpoints, 'POST /installation'),
    ({ ctx, body, prepared }) =>
      installCooperative(ctx, {
        cooperative: body.cooperative,
        direction: {
          displayName: body.direction.displayName,
          email: body.direction.email,
          passwordHash: prepared.passwordHash,
        },
      }),
    prepareInstallation,
  )
  mountSignIn(router)
  mountSession(router)
  mountSecurity(router)
  mountTeam(router)
  mountOffice(router)
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
  mount(router, pick(accessEndpoints, 'POST /session/screen'), ({ ctx, body }) =>
    takeScreenBack(ctx, body),
  )
  mount(router, pick(accessEndpoints, 'PUT /session/cooperative'), ({ ctx, body }) =>
    moveSession(ctx, body),
  )
  mount(router, pick(accessEndpoints, 'PUT /session/locale'), ({ ctx, body }) =>
    chooseLocale(ctx, body),
  )
}

function mountSecurity(router: Router): void {
  mount(router, pick(accessEndpoints, 'GET /sessions'), ({ tx, ctx }) => listSessions(tx, ctx))
  mount(router, pick(accessEndpoints, 'DELETE /sessions/:sessionId'), ({ ctx, params }) =>
    revokeSession(ctx, params),
  )
  mount(router, pick(accessEndpoints, 'PUT /password'), ({ ctx, body }) =>
    changePassword(ctx, { current: body.current, password: body.password }),
  )
  mount(router, pick(accessEndpoints, 'POST /totp'), ({ ctx, body }) =>
    beginTotp(ctx, { code: body.code }),
  )
  mount(router, pick(accessEndpoints, 'PUT /totp'), ({ ctx, body }) => confirmTotp(ctx, body))
}

function mountTeam(router: Router): void {
  mount(router, pick(accessEndpoints, 'GET /users'), ({ tx, ctx }) => listUsers(tx, ctx))
  mount(router, pick(accessEndpoints, 'POST /users'), ({ ctx, body }) => inviteUser(ctx, body))
  mount(router, pick(accessEndpoints, 'DELETE /users/:userId/roles/:role'), ({ ctx, params }) =>
    revokeRole(ctx, params),
  )
  mount(router, pick(accessEndpoints, 'DELETE /users/:userId/second-factor'), ({ ctx, params }) =>
    forgetSecondFactor(ctx, params),
  )
}

function mountOffice(router: Router): void {
  mount(router, pick(accessEndpoints, 'GET /mails'), ({ tx, ctx, query }) =>
    listMails(tx, ctx, query.before),
  )
  mount(router, pick(accessEndpoints, 'GET /cooperative'), ({ tx, ctx }) =>
    readCooperative(tx, ctx),
  )
  mount(router, pick(accessEndpoints, 'PUT /cooperative'), ({ ctx, body }) =>
    editCooperative(ctx, body),
  )
  mount(router, pick(accessEndpoints, 'GET /cooperative/logo'), ({ tx, ctx }) => logoFile(tx, ctx))
  mount(router, pick(accessEndpoints, 'PUT /cooperative/logo'), ({ ctx, body }) =>
    changeLogo(ctx, { file: body }),
  )
  mount(router, pick(accessEndpoints, 'DELETE /cooperative/logo'), ({ ctx }) => removeLogo(ctx, {}))
  mount(router, pick(accessEndpoints, 'GET /audit'), ({ tx, ctx, query }) =>
    listAudit(tx, ctx, query),
  )
}
