import { readBounce } from '#libs/mail/bounce.js';
import type { BounceBox } from '#libs/mail/bounce-box.js';
import type { MailCommands } from './mail-commands.js';

export interface Emptied {
  /** Notifications that changed or confirmed the state of a mail of ours. */
  taken: number;
  /** About a mail that is still being sent: looked at again next time. */
  tooEarly: number;
  /** No notification of ours: marked for a person. */
  odd: number;
}

/**
 * Reads what came back. Each notification is one command, which may come twice; it is marked as seen only after that, so a crash between
 * the two repeats it and changes nothing.
 */
export async function emptyBounceBox(box: BounceBox, commands: Pick<MailCommands, 'bounce'>): Promise<Emptied> {
  const emptied: Emptied = { taken: 0, tooEarly: 0, odd: 0 };
  for (const { id, raw } of await box.unseen()) {
    const bounce = await readBounce(raw);
    const outcome = typeof bounce === 'string' ? null : await commands.bounce(bounce);
    if (outcome !== null && !outcome.ok && outcome.code === 'bounce-too-early') {
      emptied.tooEarly += 1;
      continue;
    }
    const odd = outcome === null || !outcome.ok;
    emptied[odd ? 'odd' : 'taken'] += 1;
    await box.done(id, odd);
  }
  return emptied;
}
