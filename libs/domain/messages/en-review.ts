import type { viReview } from './vi-review.js';

/** English: review by figure, changes that climb, consolidated figures said by hand. */
export const enReview: Record<keyof typeof viReview, string> = {
  'no-amendment': 'No change from below waits for a decision.',
  'amendment-changed':
    'The change from below has a newer text (you saw {seen}, it is {current} now). Read it again, then decide.',
  'amendment-return-instead': 'The report is not accepted yet: return it instead of opening it again.',
  'override-needs-reason':
    'Figures of {targets} differ from what was computed from below (or are said by hand): each needs a reason.',
};
