import type { viPapers } from './vi-papers.js';

/** English: score sheets, proposals and decisions that cannot be taken as they are. */
export const enPapers: Record<keyof typeof viPapers, string> = {
  'scores-faulty': '{count} places of the score sheet must be mended; see each.',
  'not-proposed': '“{item}” was not proposed and cannot be awarded.',
  'named-twice': '“{item}” stands in the list twice.',
  'fault.score-missing': 'No points for this criterion yet.',
  'fault.score-twice': 'This criterion has points twice.',
  'fault.score-not-asked': 'Criterion “{criterion}” is not scored by hand.',
  'fault.score-above-max': '{points} points are more than the maximum of {max}.',
  'fault.score-unexplained': 'The unit claims {claim}, verified are {points}: say why.',
};
