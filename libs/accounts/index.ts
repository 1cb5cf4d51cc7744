export { AccountDesk, type Invited } from './account-desk.js';
export { AccountsModule } from './accounts.module.js';
export { firstAdministrator } from './first-administrator.js';
export { networkOf } from './limits/network.js';
export { loginOf, type AccountOptions } from './options.js';
export { accountRefusal, accountTextEn } from './refusals.js';
export { SignInDesk, type Browser, type LetIn } from './sign-in-desk.js';
export { SignIns } from './sign-ins.js';
