import type { Outcome } from './outcome.js';

/**
 * Says a command again that was turned away only because somebody else wrote meanwhile: for commands that are judged by what they name
 * (a hash, a key) and not by the revision that was seen, so that two at once both count.
 */
export async function insist<R>(attempt: () => Promise<Outcome<R>>): Promise<Outcome<R>> {
  for (;;) {
    const outcome = await attempt();
    if (outcome.ok || outcome.code !== 'stale-revision') return outcome;
  }
}
