import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Authenticator } from './authenticator.js';
import { DevAuthenticator, NoAuthenticator } from './dev-authenticator.js';

/** Who asks, and what they may. Needs the global Store. */
@Global()
@Module({})
export class AccessModule {
  /** @param signIn `dev` takes development accounts; configuration refuses it in production */
  static forRoot(signIn: 'dev' | 'none'): DynamicModule {
    const useClass = signIn === 'dev' ? DevAuthenticator : NoAuthenticator;
    return { module: AccessModule, providers: [{ provide: Authenticator, useClass }], exports: [Authenticator] };
  }
}
