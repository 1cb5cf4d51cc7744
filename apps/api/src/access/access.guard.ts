import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { accessRefusal, Authenticator, isAdministrator, may, type SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import { isRefusal } from '#libs/domain';
import type { SignInDoc } from '#libs/store';
import { ProblemError } from '../http/problem-error.js';
import { API_OPTIONS, type ApiOptions } from '../api-options.js';
import type { AccessRequest } from './access-request.js';
import { POLICY, type PolicyRule } from './policy.decorator.js';
import { shownBy } from './shown-by.js';
import { showsSecret } from './shows-secret.js';
import { Subjects } from './subjects.js';

const CHALLENGE = { 'WWW-Authenticate': 'Bearer' };

/** The one door: actor first, then the subject, then the policy. What carries no policy is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<PolicyRule | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) throw ProblemError.refused(403, accessRefusal('no-policy'));
    if ('link' in rule) return true;
    const request = context.switchToHttp().getRequest<AccessRequest>();
    if ('secret' in rule) {
      if (showsSecret(request.get('authorization'), this.options.bounceSecret)) return true;
      throw ProblemError.of(401, 'bounce-secret', { headers: CHALLENGE });
    }
    if ('door' in rule) {
      if (this.options.signIn === 'none') throw ProblemError.refused(403, accessRefusal('sign-in-off'));
      return true;
    }
    if ('person' in rule) {
      request.signIn = await this.signInOf(request);
      return true;
    }
    if ('open' in rule && (rule.open === 'anyone' || this.options.signIn === 'dev')) {
      request.reader = 'everyone';
      return true;
    }
    const at = await this.clock.now();
    const actor = await this.actorOf(request, at);
    request.reader = actor;
    request.at = at;
    if ('open' in rule) {
      if (!isAdministrator(actor)) throw ProblemError.refused(403, accessRefusal('no-policy'));
      return true;
    }
    if (!('action' in rule)) return true;
    const id = String(request.params.id ?? '');
    const found = await this.subjects.load(rule.on, id, at);
    if (!found) throw ProblemError.of(404, 'not-found', { data: { id } });
    const refusal = may(actor, rule.action, found.subject);
    if (refusal) throw ProblemError.refused(403, refusal);
    request.found = found;
    return true;
  }

  private async actorOf(request: AccessRequest, at: Date): Promise<SignedIn> {
    const actor = await this.authenticator.authenticate(shownBy(request, this.options), at);
    if (actor === null) throw ProblemError.refused(401, accessRefusal('sign-in-required'), { headers: CHALLENGE });
    if (!isRefusal(actor)) return actor;
    if (actor.code.startsWith('post-')) throw ProblemError.refused(403, actor);
    throw ProblemError.refused(401, actor, { headers: CHALLENGE });
  }

  private async signInOf(request: AccessRequest): Promise<SignInDoc> {
    const shown = shownBy(request, this.options);
    const signIn = await this.authenticator.signInOf(shown);
    const code = shown.session === undefined ? 'sign-in-required' : 'sign-in-ended';
    if (signIn === null) throw ProblemError.refused(401, accessRefusal(code), { headers: CHALLENGE });
    return signIn;
  }
}
