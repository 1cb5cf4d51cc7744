import { lifecycle } from './lifecycle.js';

type MessageFinal = 'sent' | 'failed' | 'unconfirmed' | 'withdrawn' | 'reached';
export type MessageState = 'ready' | 'claimed' | 'sending' | 'bounced' | MessageFinal;
export type MessageCommand =
  | 'claim'
  | 'take_over'
  | 'give_back'
  | 'withdraw'
  | 'send'
  | 'confirm'
  | 'fail'
  | 'retry'
  | 'lose'
  | 'bounce'
  | 'reach';

/**
 * One mail: at most once, and visible (`design/core.md` 5). A claim may be taken over; what stands in `sending` may not:
 * a lost one becomes `unconfirmed`, is listed for a person and never sent again by itself. What a mail server took may still
 * come back: then the administrator reaches the reader another way, by telephone, and says so.
 */
export const messageStates = lifecycle<MessageState, MessageCommand, MessageFinal>(
  'message',
  {
    ready: { claim: 'claimed', withdraw: 'withdrawn' },
    claimed: { send: 'sending', take_over: 'claimed', give_back: 'ready', withdraw: 'withdrawn', fail: 'failed' },
    sending: { confirm: 'sent', fail: 'failed', retry: 'ready', lose: 'unconfirmed' },
    sent: { bounce: 'bounced' },
    unconfirmed: { bounce: 'bounced' },
    bounced: { reach: 'reached' },
  },
  {
    initial: 'ready',
    final: ['sent', 'failed', 'unconfirmed', 'withdrawn', 'reached'],
    ownerOf: { ready: 'administrator', claimed: 'administrator', sending: 'administrator', bounced: 'administrator' },
    clockOf: { ready: 'mail_slot', claimed: 'claim_lease', sending: 'delivery_timeout', bounced: 'repair' },
  },
);
