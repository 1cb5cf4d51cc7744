import { enCalendar } from './en-calendar.js';
import { enConsole } from './en-console.js';
import { enDifficulty } from './en-difficulty.js';
import { enDocuments } from './en-documents.js';
import { enEngine } from './en-engine.js';
import { enEvidence } from './en-evidence.js';
import { enFindings } from './en-findings.js';
import { enForecast } from './en-forecast.js';
import { enForms } from './en-forms.js';
import { enIndicator } from './en-indicator.js';
import { enInspector } from './en-inspector.js';
import { enLists } from './en-lists.js';
import { enLetters } from './en-letters.js';
import { enMail } from './en-mail.js';
import { enOffer } from './en-offer.js';
import { enPlanWords } from './en-plan-words.js';
import { enPledge } from './en-pledge.js';
import { enPreparation } from './en-preparation.js';
import { enReminding } from './en-reminding.js';
import { enReview } from './en-review.js';
import { en } from './en.js';
import { viCalendar } from './vi-calendar.js';
import { viConsole } from './vi-console.js';
import { viDifficulty } from './vi-difficulty.js';
import { viDocuments } from './vi-documents.js';
import { viEngine } from './vi-engine.js';
import { viEvidence } from './vi-evidence.js';
import { viFindings } from './vi-findings.js';
import { viForecast } from './vi-forecast.js';
import { viForms } from './vi-forms.js';
import { viIndicator } from './vi-indicator.js';
import { viInspector } from './vi-inspector.js';
import { viLists } from './vi-lists.js';
import { viLetters } from './vi-letters.js';
import { viMail } from './vi-mail.js';
import { viOffer } from './vi-offer.js';
import { viPlanWords } from './vi-plan-words.js';
import { viPledge } from './vi-pledge.js';
import { viPreparation } from './vi-preparation.js';
import { viReminding } from './vi-reminding.js';
import { viReview } from './vi-review.js';
import { vi } from './vi.js';

/** Every sentence and word people read has a code; the text stands in the message files. */
export type MessageCode =
  | keyof typeof vi
  | keyof typeof viCalendar
  | keyof typeof viConsole
  | keyof typeof viDifficulty
  | keyof typeof viDocuments
  | keyof typeof viEngine
  | keyof typeof viEvidence
  | keyof typeof viFindings
  | keyof typeof viForecast
  | keyof typeof viForms
  | keyof typeof viIndicator
  | keyof typeof viInspector
  | keyof typeof viLetters
  | keyof typeof viLists
  | keyof typeof viMail
  | keyof typeof viOffer
  | keyof typeof viPlanWords
  | keyof typeof viPledge
  | keyof typeof viPreparation
  | keyof typeof viReminding
  | keyof typeof viReview;
export type Language = 'vi' | 'en';
/** Numbers are shown with the language's decimal mark, days day first; `state` and `command` are shown by their word. */
export type MessageData = Record<string, string | number | null>;

const TEXTS: Record<Language, Record<MessageCode, string>> = {
  vi: {
    ...vi,
    ...viCalendar,
    ...viConsole,
    ...viDifficulty,
    ...viDocuments,
    ...viEngine,
    ...viEvidence,
    ...viFindings,
    ...viForecast,
    ...viForms,
    ...viIndicator,
    ...viInspector,
    ...viLetters,
    ...viLists,
    ...viMail,
    ...viOffer,
    ...viPlanWords,
    ...viPledge,
    ...viPreparation,
    ...viReview,
    ...viReminding,
  },
  en: {
    ...en,
    ...enCalendar,
    ...enConsole,
    ...enDifficulty,
    ...enDocuments,
    ...enEngine,
    ...enEvidence,
    ...enFindings,
    ...enForecast,
    ...enForms,
    ...enIndicator,
    ...enInspector,
    ...enLetters,
    ...enLists,
    ...enMail,
    ...enOffer,
    ...enPlanWords,
    ...enPledge,
    ...enPreparation,
    ...enReview,
    ...enReminding,
  },
};

/** The sentence of a code. A placeholder without data stays visible, so that the slip is seen. */
export function say(code: MessageCode, data: MessageData = {}, language: Language = 'vi'): string {
  const texts = TEXTS[language];
  return texts[code].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = data[name];
    if (value === undefined) return placeholder;
    if (typeof value === 'number') return language === 'vi' ? String(value).replace('.', ',') : String(value);
    return (texts as Record<string, string>)[`${name}.${value}`] ?? writtenDay(value) ?? value ?? '–';
  });
}

/** The word for one of the kinds of a thing, `mode` `allocated`; the kind itself where there is none, as for one that an office made. */
export const wordOf = (thing: string, kind: string, language: Language = 'vi'): string =>
  (TEXTS[language] as Record<string, string>)[`${thing}.${kind}`] ?? kind;

/** Days as offices write them, day first; null for anything else. */
function writtenDay(value: string | null): string | null {
  const parts = value === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return parts && `${parts[3]}/${parts[2]}/${parts[1]}`;
}
