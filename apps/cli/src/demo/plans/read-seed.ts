import { normalise, readPlan, type PlanReading } from '#libs/domain/plan-reader/index.js';
import { readPlanText } from '../demo-data.js';

/** The plans of the demo as they were issued, by number. */
const FILES: Readonly<Record<string, string>> = {
  '000': '000_7c96314ccadd19af.txt',
  '001': '001_03ee388edccfb6a5.txt',
  '002': '002_4ec3fafc80deb20c.txt',
  '003': '003_198ce77e64f14ae6.txt',
  '004': '004_de96756f9a0b4659.txt',
};

/** What the reader finds in the text of a plan, and the file it stands in. */
export function readSeed(number: string): { file: string; reading: PlanReading } {
  const file = FILES[number];
  if (!file) throw new Error(`no plan ${number} among the demo's texts`);
  return { file, reading: readPlan(normalise(readPlanText(file))) };
}
