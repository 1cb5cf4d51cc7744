import { say, type Language, type MessageCode } from '#libs/domain';

/** Words of the template, by the name they have in it, and the message that says them. A test keeps both lists the same. */
const WORDS = {
  brand: 'mail.brand',
  greeting: 'mail.greeting',
  open: 'mail.open',
  view: 'mail.view',
  received: 'mail.received',
  late: 'mail.late',
  why: 'mail.why',
  because: 'mail.because',
  reply: 'mail.reply',
  automatic: 'mail.automatic',
  duty: 'mail.duty',
  change: 'mail.change',
} as const satisfies Record<string, MessageCode>;

export type LetterWords = Record<keyof typeof WORDS, string>;

const inLanguage = (language: Language): LetterWords =>
  Object.fromEntries(Object.entries(WORDS).map(([name, code]) => [name, say(code, {}, language)])) as LetterWords;

/** Said once per process: they are the same in every letter. */
export const letterWords: Record<Language, LetterWords> = { vi: inLanguage('vi'), en: inLanguage('en') };
