import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { isRefusal, refuse, type Actor, type Fault, type FigureStatus, type Refusal } from '#libs/domain';
import { filledIn, keepForm, proposalsFor, type FilledIn, type PrefillFrom } from '#libs/forms';
import {
  contentHash,
  draftFields,
  draftHash,
  draftOf,
  Store,
  writeFields,
  type DraftField,
  type FieldWrite,
  type ObligationDoc,
} from '#libs/store';
import { unitWithAccounts } from './entry-for.js';
import { refused, type Outcome } from './outcome.js';

/** One field as a person left it. Without a value it confirms what was filled in. */
export interface FieldChange {
  path: string;
  /** Revision of the field that was seen, 0 where there was none. */
  seen: number;
  value?: string | number | null | undefined;
}

export interface FieldsReceipt {
  obligation: string;
  /** Revision of the draft as a whole. */
  revision: number;
  hash: string;
  /** Revisions of the fields that this save wrote. */
  fields: Record<string, number>;
  at: Date;
}

const OWED = ['scheduled', 'open', 'returned'];
/** Times a prefill looks again when somebody typed meanwhile. */
const TRIES = 5;

/** Autosave of a form or a registration, field by field: two people fill in one paper, and neither overwrites the other unseen. */
@Injectable()
export class FormDraftCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** @param version of the form the client shows */
  async save(
    actor: Actor,
    id: string,
    version: string,
    changes: readonly FieldChange[],
    key: string,
  ): Promise<Outcome<FieldsReceipt>> {
    const at = await this.clock.now();
    const open = await this.open(id, version);
    if (isRefusal(open)) return this.turnedAway(open, id);
    const unknown = changes.filter(({ path }) => !open.has(path)).map(({ path }) => strange(path));
    if (unknown.length) {
      const refusal = { ...refuse('draft-unknown-fields', { count: unknown.length }), faults: unknown };
      return { ...refused<FieldsReceipt>(refusal), status: 400 } as Outcome<FieldsReceipt>;
    }
    const standing = draftFields(await draftOf(this.store, id));
    const by = { by: actor.post, person: actor.person, at };
    const writes = changes.map(({ path, seen, value }): FieldWrite => {
      const kept = standing[path];
      return {
        path,
        seen,
        field: { value: value === undefined ? (kept?.value ?? null) : value, ...by, ...sourceOf(kept, value) },
      };
    });
    return this.write(actor, id, open, writes, key, contentHash({ id, version, changes }));
  }

  /** An officer's draft of what stands on the signed paper of a unit: only where nobody of the unit can type it. */
  async saveOnBehalf(
    actor: Actor,
    id: string,
    version: string,
    changes: readonly FieldChange[],
    key: string,
  ): Promise<Outcome<FieldsReceipt>> {
    const owed = await this.store.obligations.findOne({ _id: id });
    const accounts = owed && (await unitWithAccounts(this.store, owed, await this.clock.now()));
    return accounts ? refused(accounts) : this.save(actor, id, version, changes, key);
  }

  /** Fills empty fields from the last period or from below; each stays unconfirmed until a person says so. */
  async prefill(
    actor: Actor,
    id: string,
    version: string,
    { from, status }: { from: PrefillFrom; status: FigureStatus },
    key: string,
  ): Promise<Outcome<FieldsReceipt>> {
    const at = await this.clock.now();
    const open = await this.open(id, version);
    if (isRefusal(open)) return this.turnedAway(open, id);
    const { form, owed } = open;
    if (!form) return refused(refuse('no-form'));
    const bodyHash = contentHash({ id, version, from, status });
    for (let tries = 1; ; tries += 1) {
      const standing = draftFields(await draftOf(this.store, id));
      const proposals = await proposalsFor(this.store, form, owed, from, status);
      const writes = proposals
        .filter(({ path }) => (standing[path]?.value ?? null) === null)
        .map(({ path, value, source }): FieldWrite => {
          const field = { value, by: actor.post, person: actor.person, at, source, unconfirmed: true };
          return { path, seen: standing[path]?.revision ?? 0, field };
        });
      const repeated = (await draftOf(this.store, id))?.saves?.some((save) => save.key === keyOf(actor, key));
      if (writes.length === 0 && !repeated) return refused(refuse('prefill-nothing'));
      const outcome = await this.write(actor, id, open, writes, key, bodyHash);
      if (outcome.ok || outcome.code !== 'draft-conflict' || tries >= TRIES) return outcome;
    }
  }

  private async write(
    actor: Actor,
    id: string,
    { hash: form }: FilledIn,
    writes: FieldWrite[],
    key: string,
    bodyHash: string,
  ): Promise<Outcome<FieldsReceipt>> {
    const at = writes[0]?.field.at ?? (await this.clock.now());
    const wish = { obligation: id, form, by: actor.post, at, key: keyOf(actor, key), bodyHash, writes };
    const written = await writeFields(this.store, wish);
    const draft = await draftOf(this.store, id);
    if (written === 'clash') return conflict(writes, draftFields(draft), draft?.revision ?? 0);
    const { save, again } = written;
    if (save.bodyHash !== bodyHash) {
      return { ...refused<FieldsReceipt>(refuse('key-reused', { key })), status: 422 } as Outcome<FieldsReceipt>;
    }
    const fields = Object.fromEntries(writes.map(({ path, seen }) => [path, seen + 1]));
    const receipt = { obligation: id, revision: save.revision, hash: draftHash(draft), fields, at: save.at };
    return { ok: true, receipt, replayed: again };
  }

  private async open(id: string, version: string): Promise<(FilledIn & { owed: ObligationDoc }) | Refusal> {
    const owed = (await this.store.obligations.findOne({ _id: id })) as unknown as ObligationDoc | null;
    if (!owed) return refuse('not-found', { id });
    const asked = await filledIn(this.store, owed);
    if (!asked) return refuse('no-form');
    if (!OWED.includes(owed.state)) return refuse('illegal-step', { command: 'submit', state: owed.state });
    if (version !== asked.hash) return formChanged(version, asked);
    if (asked.form) await keepForm(this.store, asked.form);
    return { ...asked, owed };
  }

  private turnedAway(refusal: Refusal, id: string): Outcome<FieldsReceipt> {
    return refusal.code === 'not-found' ? refused(refusal, 404, { id }) : refused(refusal);
  }
}

export const formChanged = (seen: string, { hash }: Pick<FilledIn, 'hash'>): Refusal =>
  refuse('form-changed', { seen: seen.slice(0, 8), current: hash.slice(0, 8) });

const keyOf = (actor: Actor, key: string): string => `${actor.post}|${key}`;

const strange = (path: string): Fault => ({ path, code: 'fault.no-such-field', kind: 'block' });

/** A figure keeps the mark of where it came from as long as it is the one that came. */
const sourceOf = (kept: DraftField | undefined, value: FieldChange['value']): Pick<DraftField, 'source'> =>
  kept?.source && (value === undefined || value === kept.value) ? { source: kept.source } : {};

/** Both values of every field that was written meanwhile. */
function conflict(
  writes: readonly FieldWrite[],
  standing: Record<string, DraftField>,
  revision: number,
): Outcome<FieldsReceipt> {
  const clashed = writes.filter(({ path, seen }) => (standing[path]?.revision ?? 0) !== seen);
  const current = { revision, fields: Object.fromEntries(clashed.map(({ path }) => [path, standing[path] ?? null])) };
  const yours = Object.fromEntries(clashed.map(({ path, seen, field }) => [path, { value: field.value, seen }]));
  return refused(refuse('draft-conflict', { count: clashed.length }), 409, { current, yours });
}
