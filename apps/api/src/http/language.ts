import type { Request } from 'express';
import type { Language, MessageData } from '#libs/domain';
import { fieldsEn, problemsEn, titlesEn } from './messages/en.js';
import { fieldsVi, problemsVi, titlesVi } from './messages/vi.js';

const TEXTS = {
  vi: { titles: titlesVi, problems: problemsVi, fields: fieldsVi },
  en: { titles: titlesEn, problems: problemsEn, fields: fieldsEn },
};

/** Vietnamese unless the client prefers English. */
export const languageOf = (request: Pick<Request, 'acceptsLanguages'>): Language =>
  request.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi';

export const textsOf = (language: Language) => TEXTS[language];

export const fill = (text: string, data: MessageData = {}): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => (data[name] === undefined ? hole : String(data[name])));
