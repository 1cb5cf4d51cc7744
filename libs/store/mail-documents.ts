import type { Hold, Obligation } from '#libs/domain';

export interface NoticeHold extends Hold {
  at: Date;
  from: Date;
}

export type NoticeState =
  'waiting' | 'folded' | 'withdrawn' | 'sent' | 'failed' | 'unconfirmed' | 'bounced' | 'reached';

export interface NoticeDoc {
  _id: string;
  campaign: string;
  obligation: string;
  round: string;
  clockVersion: number;
  /** State of the obligation the notice speaks about, another state withdraws it; a `request` stands until it is decided. */
  phase: Obligation['clock']['phase'] | 'decision' | 'request';
  rung: string;
  act: string;
  audience: string;
  post: string;
  class: 'digest' | 'instant';
  slot: string;
  slotAt: Date | null;
  seal: string | null;
  message: string | null;
  state: NoticeState;
  reason: string | null;
  at: Date;
  /** When the holder of the post saw it in the console; absent while unread. */
  readAt?: Date;
  /** Of the clock it was written for; absent on notices from before they were kept. */
  calendar?: string;
  dueAt?: Date;
  /** Each time it was moved to another slot: when, from which instant to which, and why. */
  holds?: NoticeHold[];
}

export type MessageState =
  'ready' | 'claimed' | 'sending' | 'sent' | 'failed' | 'unconfirmed' | 'withdrawn' | 'bounced' | 'reached';

export interface MessageDoc {
  _id: string;
  slot: string;
  person: string | null;
  posts: string[];
  to: { name: string; address: string } | null;
  state: MessageState;
  token: string | null;
  leaseUntil: Date | null;
  attempts: number;
  retryAt: Date | null;
  answer: string | null;
  reason: string | null;
  messageId: string;
  subject: string | null;
  at: Date;
  sentAt: Date | null;
  /** Posts without a holder or mailbox that were passed over on the way up. */
  vacant: string[];
  /** Absent on mail from before the budget was kept. */
  kind?: 'digest' | 'instant';
  /** What its envelope sender carries, so that a bounce finds it; absent on mail from before bounces were read. */
  verp?: string;
  /** When its reader first used a link of it; a look alone does not count (decision 023). */
  openedAt?: Date;
  /** How it came back. `repairBy`: until when the administrator is to reach the reader another way. */
  bounce?: { at: Date; recipient: string; status: string; answer: string; repairBy: Date };
  /** Who reached the reader another way, and how. */
  reached?: { at: Date; by: string; how: string };
}

export interface SlotDoc {
  _id: string;
  at: Date | null;
  seals: number;
}
