import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Authenticator } from './authenticator.js';
import { DevAuthenticator, NoAuthenticator } from './dev-authenticator.js';
import { SessionAuthenticator } from './session-authenticator.js';

const WAYS = { dev: DevAuthenticator, local: SessionAuthenticator, none: NoAuthenticator };

/** Who asks, and what they may. Needs the global Store and accounts. */
@Global()
@Module({})
export class AccessModule {
  /** @param signIn `dev` takes development accounts too; configuration refuses it in production */
  static forRoot(signIn: keyof typeof WAYS): DynamicModule {
    return {
      module: AccessModule,
      providers: [{ provide: Authenticator, useClass: WAYS[signIn] }],
      exports: [Authenticator],
    };
  }
}
