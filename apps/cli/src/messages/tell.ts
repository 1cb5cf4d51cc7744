import type { Language } from '#libs/domain';
import { en } from './en.js';
import { vi } from './vi.js';

export type CliText = keyof typeof vi;

const TEXTS: Record<Language, Record<CliText, string>> = { vi, en };

/** Language of this run: Vietnamese, or English after `--lang en`; help texts need it before the options are parsed. */
export const language: Language = /--lang[= ]en\b/.test(process.argv.join(' ')) ? 'en' : 'vi';

/** The sentence of a code, filled. */
export function tell(code: CliText, data: Record<string, string | number | null | undefined> = {}): string {
  return TEXTS[language][code].replace(/\{(\w+)\}/g, (hole, name: string) => String(data[name] ?? hole));
}
