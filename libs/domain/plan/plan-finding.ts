import { say, type Language, type MessageCode } from '../messages/say.js';

type Code = Extract<MessageCode, `finding.${string}`>;
export type PlanFindingCode = Code extends `finding.${infer Name}` ? Name : never;

export interface PlanFinding {
  code: PlanFindingCode;
  /** Where in the plan: a step and level, or a field. */
  where: string;
  /** Vietnamese; `sayFinding` says it in another language. */
  text: string;
  data: FindingData;
}

interface FindingData {
  where: string;
  id?: string;
  day?: string;
  other?: string;
  [bound: string]: string | undefined;
}

export function planFinding(code: PlanFindingCode, data: FindingData): PlanFinding {
  return { code, where: data.where, text: sayFinding({ code, data }), data };
}

/** The sentence of a finding, from the message files. */
export function sayFinding({ code, data }: Pick<PlanFinding, 'code' | 'data'>, language: Language = 'vi'): string {
  const told = Object.entries(data).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return say(`finding.${code}` as Code, Object.fromEntries(told), language);
}
