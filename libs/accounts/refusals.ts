import type { Language, MessageData, Refusal } from '#libs/domain';
import { accountsEn } from './messages/en.js';
import { accountsVi, type AccountText } from './messages/vi.js';

const TEXTS = { vi: accountsVi, en: accountsEn };

/** A sentence about accounts, filled. */
export const sayAccount = (code: AccountText, data: MessageData = {}, language: Language = 'vi'): string =>
  TEXTS[language][code].replace(/\{(\w+)\}/g, (hole, name: string) => String(data[name] ?? hole));

/** A refusal about accounts: a value with its sentence. */
export const accountRefusal = (code: AccountText, data: MessageData = {}): Refusal => ({
  refused: true,
  code,
  reason: sayAccount(code, data),
  data,
});

/** The English sentence of such a refusal; undefined for any other code. */
export const accountTextEn = (code: string, data: MessageData = {}): string | undefined =>
  code in accountsEn ? sayAccount(code as AccountText, data, 'en') : undefined;
