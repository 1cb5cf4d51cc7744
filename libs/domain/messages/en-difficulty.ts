import type { viDifficulty } from './vi-difficulty.js';

/** English: difficulties that reports raise, and their answers. */
export const enDifficulty: Record<keyof typeof viDifficulty, string> = {
  'difficulty.step': 'Answers to difficulties',
  'difficulty.title': 'Answer the difficulty raised by {unit} ({report})',
  'difficulty.ground.raised': 'Answer within {days} working days of its being raised',
  'difficulty.ground.forwarded': 'Forwarded: answer within {days} working days of the forwarding',
  'difficulty.ground.again': 'Raised again: answer within {days} working days of that',
  'difficulty.standing.waiting': 'waits for an answer',
  'difficulty.standing.answered': 'answered',
  'difficulty.standing.declined': 'declined, with the reason',
  'difficulty.standing.retracted': 'taken back by the unit',
  'difficulty.standing.resolved': 'settled, says the unit',
  'difficulty.standing.parked': 'waits for the administrator',
  'difficulty-none': 'This is no difficulty that waits for an answer.',
  'difficulty-not-owner': 'The answer is owed by “{unit}” now; open it again.',
  'difficulty-not-raiser': 'Only the unit that raised the difficulty may do this.',
  'difficulty-forward-nowhere':
    'It cannot go to “{unit}”: only to the unit directly above or an office of the same level that has not had it.',
  'difficulty-resolved-already': 'The unit has said already that this is settled.',
  'fault.difficulties-too-many': 'A report raises {most} difficulties at most (it has {count}).',
  'fault.difficulty-too-long': 'More than {letters} characters: say it shorter, attach the details as a file.',
  'mail.subject.answered': 'Answered: {title}',
  'mail.group.answered': 'Difficulties that were answered',
  'mail.rung.answered': 'Answer to a difficulty',
  'letter.act.answered': 'Told of the answer',
  'rung.answered': 'on an answer',
};
