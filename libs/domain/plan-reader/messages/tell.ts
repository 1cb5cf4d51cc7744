import type { Language } from '../../messages/say.js';
import { planEn } from './en.js';
import { planVi } from './vi.js';

export type PlanMessage = keyof typeof planVi;
export type PlanMessageData = Record<string, string | number | null>;

/** A proposal or question in a language: said again from its code, or as it was kept where the reading is older than the codes. */
export const retold = (
  said: { code: PlanMessage; data: PlanMessageData } | undefined,
  kept: string,
  language: Language,
) => (said ? tell(said.code, said.data, language) : kept);

/** The sentence of a code; numbers with the decimal mark of the language. */
export function tell(code: PlanMessage, data: PlanMessageData, language: Language): string {
  return (language === 'vi' ? planVi : planEn)[code].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = data[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' && language === 'vi' ? String(value).replace('.', ',') : String(value ?? '–');
  });
}
