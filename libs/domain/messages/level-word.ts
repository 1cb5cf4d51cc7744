import { viLists } from './vi-lists.js';
import { say, type Language, type MessageCode } from './say.js';

/** A level of units by its word, `commune` is "xã"; one that a plan named itself stays as it is. */
export function levelWord(level: string, language: Language = 'vi'): string {
  const code = `level.${level}`;
  return code in viLists ? say(code as MessageCode, {}, language) : level;
}
