import type { Indicator } from './indicator.types.js';

export const anIndicator = (changes: Partial<Indicator> = {}): Indicator => ({
  id: 'ho-ngheo-giam',
  version: 1,
  name: 'Mức giảm tỷ lệ hộ nghèo',
  definition: 'Tỷ lệ hộ nghèo kỳ trước trừ tỷ lệ hộ nghèo kỳ này.',
  unit: '%',
  source: 'Nghị định 07/2021/NĐ-CP',
  method: 'ratio',
  decimals: 2,
  owner: { kinds: ['department'] },
  keeper: 'so-lao-dong',
  deprecated: null,
  ...changes,
});
