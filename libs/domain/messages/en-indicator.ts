import type { viIndicator } from './vi-indicator.js';

/** English: the catalogue of indicators. */
export const enIndicator: Record<keyof typeof viIndicator, string> = {
  'indicator-keeper': 'Indicator “{id}” is kept by {keeper}; only officers of that unit may change it.',
  'indicator-unit-changed':
    'Indicator “{id}” counts in “{unit}” and cannot change to “{wanted}”: figures before and after could not be compared. Define another indicator and take this one out of use.',
  'indicator-deprecated-before': 'Indicator “{id}” is out of use already.',
  'indicator-deprecated': 'Indicator “{id}” is out of use and cannot replace another.',
  'indicator-twice': 'Indicator “{id}” stands twice in the file.',
  'indicator-replaces-itself': 'Indicator “{id}” cannot replace itself.',
  'indicator-stale':
    'Indicator “{id}” has a version {current} by now; you changed version {seen}. Look at it and change it again.',
  'indicator-not-yours': 'The post {post} may not change the indicators of {keeper}.',
  'method.sum': 'sum',
  'method.ratio': 'ratio of numerator and denominator',
  'method.max': 'largest',
  'method.last': 'latest period',
  'method.band': 'cumulative bands',
  'method.all_done': 'all done',
  'field.indicator': 'indicator of the catalogue',
  'field.indicators': 'catalogue of indicators',
};
