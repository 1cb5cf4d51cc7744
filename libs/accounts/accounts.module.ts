import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccountDesk } from './account-desk.js';
import { AccountMail } from './account-mail.js';
import { Devices } from './devices.js';
import { Tries } from './limits/tries.js';
import { ACCOUNT_OPTIONS, type AccountOptions } from './options.js';
import { PasswordHasher } from './password/hasher.js';
import { SignInDesk } from './sign-in-desk.js';
import { SignIns } from './sign-ins.js';

/** Accounts of persons and their signed-in browsers. Needs the global Store and Clock. */
@Global()
@Module({})
export class AccountsModule {
  /** @param mail module that exports the `Mailer` */
  static forRoot(options: AccountOptions, mail: DynamicModule): DynamicModule {
    return {
      module: AccountsModule,
      imports: [mail],
      providers: [
        { provide: ACCOUNT_OPTIONS, useValue: options },
        PasswordHasher,
        Tries,
        Devices,
        SignIns,
        AccountMail,
        AccountDesk,
        SignInDesk,
      ],
      exports: [SignIns, SignInDesk, AccountDesk],
    };
  }
}
