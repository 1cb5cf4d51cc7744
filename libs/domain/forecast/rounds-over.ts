import type { World } from './world.js';

/** Rounds in which nobody owes anything any more: here, where everything has lapsed. What is parked is still owed. */
export function roundsOver({ rounds, book, now }: World): boolean {
  const over = [...rounds].filter(([, { owing }]) => owing === 0);
  for (const [round, { step, level }] of over) {
    rounds.delete(round);
    book.tell(now, 'round_finished', { step, level, rounds: [round] });
  }
  return over.length > 0;
}
