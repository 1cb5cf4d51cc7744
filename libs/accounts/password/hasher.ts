import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** Argon2id (`Algorithm.Argon2id`; a const enum cannot be imported file by file). */
const ARGON2ID = 2;

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane. */
export const ARGON2 = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes at work at once: each takes 19 MiB and about 20 ms of a core; half of libuv's four threads stay free for files and DNS. */
const AT_ONCE = 2;
/** Waiting beyond those; who comes later is asked to come back, so that sign-in cannot use up the machine. */
const QUEUE = 16;
/** Seconds after which a full queue has surely drained. */
export const BUSY_S = 2;

/** Of a password nobody knows, with the parameters above: unknown addresses cost what known ones do. */
export const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$kYlr1mObCX8MI5yljjXogw$pEOJW7bOtDIrum5NoJa3hgw4JxIcxZCJaeG3L3EPUIU';

/** Argon2id with a bounded queue. */
@Injectable()
export class PasswordHasher {
  private busy = 0;
  private readonly waiting: (() => void)[] = [];

  /** @returns null when too many are waiting */
  hash(password: string): Promise<string | null> {
    return this.inTurn(() => hash(normal(password), ARGON2));
  }

  /** @param kept null where there is no password: takes as long and is false. @returns null when too many are waiting */
  verify(kept: string | null, password: string): Promise<boolean | null> {
    return this.inTurn(async () => (await verify(kept ?? NOBODYS, normal(password))) && kept !== null);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.busy >= AT_ONCE) {
      if (this.waiting.length >= QUEUE) return null;
      await new Promise<void>((turn) => this.waiting.push(turn)); // the place is handed over, `busy` stays
    } else this.busy += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.busy -= 1;
    }
  }
}

/** Typed as one or two code points, it is the same password (NIST SP 800-63B: normalise before hashing). */
const normal = (password: string): string => password.normalize('NFKC');
