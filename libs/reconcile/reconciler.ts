import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { Clock } from '#libs/clock';
import { keepNote, recordOnce, Store } from '#libs/store';
import { Engine } from '#libs/temporal';
import type { Check } from './check.js';
import { checkCovenants } from './checks/covenants.check.js';
import { checkCutActs } from './checks/cut-acts.check.js';
import { checkDifficulties } from './checks/difficulties.check.js';
import { checkJournal } from './checks/journal.check.js';
import { checkMail } from './checks/mail.check.js';
import { checkObligations } from './checks/obligations.check.js';
import { checkOutbox } from './checks/outbox.check.js';
import { checkParked } from './checks/parked.check.js';
import { checkProcesses } from './checks/processes.check.js';
import { checkSheets } from './checks/sheets.check.js';
import { checkSteps } from './checks/steps.check.js';
import type { Finding, Found, Look } from './finding.js';

const CHECKS: Check[] = [
  checkProcesses,
  checkObligations,
  checkParked,
  checkCovenants,
  checkDifficulties,
  checkCutActs,
  checkSteps,
  checkMail,
  checkOutbox,
  checkSheets,
  checkJournal,
];

/** Between two looks, ms of wall clock: what is merely under way has moved on by then. */
const SETTLE_MS = 2_000;
/** Repairs told by one journal entry. */
const PER_ENTRY = 500;

/** Compares the engine with the records, and mends what follows from the records alone (core protocol 7). */
@Injectable()
export class Reconciler {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly client: Client,
    private readonly engine: Engine,
  ) {}

  /** Looks twice when something seems wrong; only what both looks saw, unmoved, is a finding. */
  async look(settleMs = SETTLE_MS): Promise<Look> {
    const first = await this.lookOnce();
    if (first.found.length === 0) return first;
    await pause(settleMs);
    const second = await this.lookOnce();
    const seen = new Set(first.found.map(identity));
    return { ...second, found: second.found.filter((found) => seen.has(identity(found))) };
  }

  /**
   * Mends what can be mended. The journal of each campaign concerned says first what will be done, in the name of `post`;
   * a repair cut short is found and done again.
   * @param asked who exactly asked, and why  @returns what was mended, in order
   */
  async repair(found: Found[], post: string, asked?: Asked): Promise<Finding[]> {
    const mendable = found.filter(({ mend }) => mend !== null);
    await this.announce(mendable, post, asked);
    const mended: Finding[] = [];
    for (const { mend, ...one } of mendable) {
      await mend!();
      mended.push(one);
    }
    return mended;
  }

  private async lookOnce(): Promise<Look> {
    const context = {
      store: this.store,
      client: this.client,
      engine: this.engine,
      now: await this.clock.now(),
      wall: new Date(),
    };
    const looks: Look[] = [];
    for (const check of CHECKS) looks.push(await check(context));
    return {
      checked: looks.reduce((sum, { checked }) => sum + checked, 0),
      found: looks.flatMap(({ found }) => found),
    };
  }

  private async announce(found: Found[], post: string, asked?: Asked): Promise<void> {
    const at = await this.clock.now();
    const actor = { post, person: asked?.person ?? null };
    const own = found.flatMap((one) => one.campaign ?? []);
    const shared = found.some((one) => one.campaign === null) ? await this.waitingForMail() : [];
    for (const campaign of new Set([...own, ...shared])) {
      const about = found.filter((one) => one.campaign === campaign || (!one.campaign && shared.includes(campaign)));
      const repairs = about.map(({ kind, subject }) => ({ kind, subject }));
      const id = `${campaign}|${post}|${asked?.key}`;
      const note = asked && { note: await keepNote(this.store, campaign, id, asked.reason) };
      for (let from = 0; from < repairs.length; from += PER_ENTRY) {
        const data = { repairs: repairs.slice(from, from + PER_ENTRY), ...note };
        const event = { id: `repair|${randomUUID()}`, type: 'repaired' as const, at, actor, data };
        await recordOnce(this.store, 'campaigns', campaign, event);
      }
    }
  }

  /** Campaigns whose notices wait: what is shared by all is written into their books. */
  private async waitingForMail(): Promise<string[]> {
    const waiting = { state: { $in: ['waiting', 'folded'] } };
    return await this.store.notices.distinct('campaign', waiting as never);
  }
}

/** Why somebody has something repaired; the note is kept under the key of the request. */
export interface Asked {
  person: string | null;
  reason: string;
  key: string;
}

const identity = ({ kind, subject, mark }: Found): string => [kind, subject, mark].join('|');
