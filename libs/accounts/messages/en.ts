import type { AccountText } from './vi.js';

/** English: the same words. */
export const accountsEn: Record<AccountText, string> = {
  'sign-in-wrong': 'Wrong mail address or password.',
  'sign-in-slow': 'Tried many times. Try again in {seconds} seconds, or set a new password by mail.',
  'sign-in-busy': 'Many people are signing in. Try again in {seconds} seconds.',
  'link-wrong': 'The link is wrong, was used, or has expired. Ask for a new one.',
  'password-short': 'A password has at least {least} characters; a sentence of several words is easy to keep.',
  'password-long': 'A password has at most {most} characters.',
  'password-common': 'Many people use this password, or it is easy to guess. Choose another sentence.',
  'password-old-wrong': 'The present password is wrong.',
  'person-unknown': 'There is no person “{person}”.',
  'person-no-address': '“{person}” has no mail address to be invited at.',
  'person-no-post': '“{person}” holds no post today.',
  'address-taken': '{address} is the account of somebody else.',
  'account-unknown': '“{person}” has no account.',
  'administrator-there': 'An administrator already has an account: {person}. The administrator invites others.',
  'address-not-one': '“{address}” is not one mail address like name@domain.',
  'invite.subject': 'Invitation to Đôn Đốc',
  'invite.text':
    'Dear {name},\n\nAn administrator invites you to Đôn Đốc. Open this link to set your password; it works once, until {until}:\n\n{link}\n\nYou sign in with this mail address. If you did not expect this letter, ignore it: nothing changes.',
  'reset.subject': 'New password for Đôn Đốc',
  'reset.text':
    'Dear {name},\n\nSomebody asked for a new password for this address. Open this link to set one; it works once, until {until}:\n\n{link}\n\nIf it was not you, ignore this letter: the password stays.',
};
