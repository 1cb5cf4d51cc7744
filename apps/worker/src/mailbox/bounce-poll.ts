import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { emptyBounceBox, MailCommands } from '#libs/commands';
import { imapBox } from '#libs/mail/imap-box.js';

export interface BouncePollOptions {
  /** Mailbox to empty; none: nothing is polled. */
  url: string | undefined;
  /** Pause between two looks, milliseconds. */
  everyMs: number;
}

/** Empties the mailbox of bounces, again and again. What a look could not do, the next one does; the mailbox loses nothing. */
@Injectable()
export class BouncePoll implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('bounces');
  private readonly stopping = new AbortController();
  private polling: Promise<void> = Promise.resolve();

  constructor(
    private readonly commands: MailCommands,
    private readonly options: BouncePollOptions,
  ) {}

  onApplicationBootstrap(): void {
    if (this.options.url !== undefined) this.polling = this.poll(this.options.url);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.polling;
  }

  private async poll(url: string): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.look(url).catch((error: Error) => this.log.warn(`mailbox: ${error.message}`));
      await pause(this.options.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async look(url: string): Promise<void> {
    const box = await imapBox(url);
    try {
      const { taken, odd } = await emptyBounceBox(box, this.commands);
      if (taken || odd) this.log.log(`${taken} bounces taken, ${odd} marked for a person`);
    } finally {
      await box.close();
    }
  }
}
