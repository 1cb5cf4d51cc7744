import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { secretOf, Store } from '#libs/store';

/** Accounts one browser remembers: an office shares a machine. The oldest goes first. */
const MOST = 8;
const DEVICE = /^[\w-]{22}$/;
const MARK = /^[\w-]{22}$/;

/**
 * Browsers that have signed in before, by a long-lived signed cookie `<device>.<mark>.<mark>…`, one mark for each account. It lets nobody
 * in: it only gives the tries of such a browser a budget of their own, so that strangers who try an account do not hold up its owner.
 */
@Injectable()
export class Devices {
  constructor(private readonly store: Store) {}

  /** @returns id of the device where it knows the account, else null */
  async knownBy(cookie: string | undefined, login: string): Promise<string | null> {
    const { device, marks } = read(cookie);
    if (device === null) return null;
    const mine = Buffer.from(await this.mark(device, login));
    return marks.some((mark) => timingSafeEqual(Buffer.from(mark), mine)) ? device : null;
  }

  /** The cookie after the account has signed in on this browser. */
  async remember(cookie: string | undefined, login: string): Promise<string> {
    const { device = null, marks } = read(cookie);
    const id = device ?? randomBytes(16).toString('base64url');
    const mine = await this.mark(id, login);
    return [id, mine, ...marks.filter((mark) => mark !== mine)].slice(0, 1 + MOST).join('.');
  }

  private async mark(device: string, login: string): Promise<string> {
    const key = await secretOf(this.store, 'devices');
    return createHmac('sha256', key).update(`${device}\n${login}`).digest('base64url').slice(0, 22);
  }
}

function read(cookie: string | undefined): { device: string | null; marks: string[] } {
  const [device = '', ...marks] = (cookie ?? '').slice(0, 500).split('.');
  return DEVICE.test(device) ? { device, marks: marks.filter((mark) => MARK.test(mark)) } : { device: null, marks: [] };
}
