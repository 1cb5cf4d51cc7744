import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPlan, type PlanReading, type ReadTarget } from './index.js';

const SEEDS = join(__dirname, '../../../apps/cli/demo-data/seeds');

export const seedNames = (): string[] =>
  readdirSync(SEEDS)
    .filter((name) => name.endsWith('.txt'))
    .sort();
export const seedText = (name: string): string => readFileSync(join(SEEDS, name), 'utf8');
export const seedExpected = (name: string): string =>
  readFileSync(join(SEEDS, `${name.slice(0, 3)}.expected.yaml`), 'utf8');

/** A plan of a commune with the given lines under "chỉ tiêu". */
export const planWith = (...lines: string[]): string =>
  [
    'ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP',
    'Số: 12/KH-UBND\nTân Lập, ngày 15 tháng 01 năm 2026',
    'KẾ HOẠCH\nPhát động phong trào thi đua năm 2026',
    'Ủy ban nhân dân xã Tân Lập ban hành Kế hoạch phát động phong trào thi đua như sau:',
    'I. CHỈ TIÊU THI ĐUA',
    ...lines,
  ].join('\n\n');

export const read = (...lines: string[]): PlanReading => readPlan(planWith(...lines));

/** `comparator value unit` of each target of role target. */
export const goals = (...lines: string[]): string[] =>
  read(...lines)
    .numeric_targets.filter((target) => target.role === 'target')
    .map(shown);

export function shown(target: ReadTarget): string {
  const value = target.min !== undefined ? `${target.min}..${target.max}` : String(target.value);
  return `${target.comparator} ${value} ${target.unit}${target.band ? ` [${target.band}]` : ''}`;
}
