import type { viReview } from './vi-review.js';

/** English: review by figure, changes that climb, consolidated figures said by hand. */
export const enReview: Record<keyof typeof viReview, string> = {
  'no-amendment': 'No change from below waits for a decision.',
  'amendment-changed':
    'The change from below has a newer text (you saw {seen}, it is {current} now). Read it again, then decide.',
  'amendment-return-instead': 'The report is not accepted yet: return it instead of opening it again.',
  'override-needs-reason':
    'Figures of {targets} differ from what was computed from below (or are said by hand): each needs a reason.',
  'remarks-unanswered':
    '{count} remarks wait for an answer ({remarks}); each needs one before the report is handed in again.',
  'remarks-open': '{count} remarks are still open ({remarks}); confirm that each is resolved before accepting.',
  'reply-to-nothing': 'No remark “{remark}” waits for an answer.',
  'content-changed': 'The content is no longer what you read; open it again, then decide.',
  'part-not-open': 'Part “{path}” was not returned and may not be changed.',
  'reason-unknown': 'There is no reason code “{reason}” on {day}.',
  'part-unknown': 'The report has no part “{path}”.',
  'not-opened': 'A report has to be opened before it is accepted or returned.',
};
