/** One mail in a mailbox. */
export interface BoxedMail {
  /** Names it within the box. */
  id: number;
  raw: string;
}

/**
 * A mailbox that notifications of delivery come back to: the address of `MAIL_FROM`, with whatever follows its `+`. Answers of people do
 * not come here, they go to the standing body (`Reply-To`).
 */
export interface BounceBox {
  /** Mails that nobody has looked at, oldest first. */
  unseen(): Promise<BoxedMail[]>;
  /** Done with: it is not shown again. `odd`: a person should look at it, so it stays marked. */
  done(id: number, odd: boolean): Promise<void>;
  close(): Promise<void>;
}
