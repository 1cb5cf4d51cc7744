import { isRefusal, refuse, type Language, type Refusal } from '#libs/domain';
import { normalise, readPlan, type PlanReading } from '#libs/domain/plan-reader/index.js';
import type { UploadedFile } from './document.types.js';
import { extractText } from './extract-text.js';
import { MAX_PLAN_CHARACTERS, MAX_PLAN_PAGES } from './limits.js';

/** A plan's text, normalised so that the offsets of the reading's evidence fit it, and what the reader found. */
export interface ReadPlan {
  text: string;
  reading: PlanReading;
}

/** Reads an uploaded plan. Nothing is stored; what cannot be read is refused in words. */
export async function readPlanFile(file: UploadedFile, language: Language = 'vi'): Promise<ReadPlan | Refusal> {
  const extracted = await extractText(file);
  return isRefusal(extracted) ? extracted : readPlanText(extracted.text, file.name, language);
}

/** Reads the pasted text of a plan. @param name what a refusal calls it */
export function readPlanText(pasted: string, name: string, language: Language = 'vi'): ReadPlan | Refusal {
  const text = normalise(pasted);
  if (text.length > MAX_PLAN_CHARACTERS) {
    return refuse('document-too-long', { name, characters: MAX_PLAN_CHARACTERS, pages: MAX_PLAN_PAGES });
  }
  if (text.trim() === '') return refuse('document-empty', { name });
  if (!isVietnamese(text)) return refuse('document-not-vietnamese', { name });
  const reading = readPlan(text, language);
  const { campaign_name, kind, number } = reading;
  return (campaign_name ?? kind ?? number) ? { text, reading } : refuse('document-no-plan', { name });
}

/** Letters that only Vietnamese has among the languages somebody may send by mistake. */
const MARKED = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/giu;

/** In Vietnamese about every fifth letter carries a mark; names in an English text make one in a hundred at most. */
const isVietnamese = (text: string): boolean =>
  (text.match(MARKED)?.length ?? 0) * 20 > (text.match(/\p{L}/gu)?.length ?? 0);
