import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Authenticator, type Shown, type SignedIn } from '#libs/access';
import { Clock } from '#libs/clock';
import type { LiveView } from '#libs/contracts/http/index.js';
import { isRefusal } from '#libs/domain';
import { Store } from '#libs/store';
import { LiveNews } from './live-news.js';
import { LiveWatch } from './live-watch.js';
import type { Touched } from './touched.js';

/** Streams of one post in one process: its holder's windows, on all devices. */
export const STREAMS_OF_POST = 8;
/** Streams of one process: each costs some memory and two small reads a beat. */
export const STREAMS = 2_000;
/** Between two signs of life, ms of wall clock; also how long an ended sign-in may still hear that something changed. */
export const BEAT_MS = 15_000;

/** The line to one window. */
export interface Line {
  write(text: string): void;
  end(): void;
}

interface Listener {
  reader: SignedIn;
  shown: Shown;
  line: Line;
}

/** Open windows of this process, and what they are told. The database is watched while there is one. */
@Injectable()
export class LiveDesk implements BeforeApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private watch: LiveWatch | undefined;
  private beat: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly authenticator: Authenticator,
    private readonly news: LiveNews,
  ) {}

  /** Whether there is room for one more window of a post. */
  hasRoom(post: string): boolean {
    const own = [...this.listeners].filter(({ reader }) => reader.post === post).length;
    return !this.stopping && own < STREAMS_OF_POST && this.listeners.size < STREAMS;
  }

  /** @returns what to call when the window goes away */
  open(reader: SignedIn, shown: Shown, line: Line): () => void {
    // what an open window asks by itself is no use of the sign-in: left alone it ends
    const listener = { reader, shown: { ...shown, unused: true }, line };
    this.listeners.add(listener);
    if (!this.watch) {
      this.watch = new LiveWatch(this.store, (touched) => this.tell(touched));
      this.watch.start();
      this.beat = setInterval(() => void this.look(), BEAT_MS).unref();
    }
    // EventSource's own reading would wait so long before it opens a broken line again, ms
    line.write(`retry: 5000\n\n`);
    return () => this.close(listener);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    const watch = this.watch;
    for (const listener of this.listeners) this.close(listener);
    await watch?.stop();
  }

  private close(listener: Listener): void {
    if (!this.listeners.delete(listener)) return;
    listener.line.end();
    if (this.listeners.size > 0) return;
    clearInterval(this.beat);
    void this.watch?.stop();
    this.watch = undefined;
  }

  private async tell(touched: Touched): Promise<void> {
    const listeners = [...this.listeners];
    const news = await this.news.of(
      touched,
      listeners.map(({ reader }) => reader),
    );
    for (const { reader, line } of listeners) {
      const mine = news?.get(reader);
      if (news === null) line.write('event: again\ndata: {}\n\n');
      else if (mine) {
        const view: LiveView = { about: [...mine.about], campaigns: [...mine.campaigns] };
        line.write(`event: changed\ndata: ${JSON.stringify(view)}\n\n`);
      }
    }
  }

  /** A sign of life for everybody who is still let in; posts and places in the tree are read again. */
  private async look(): Promise<void> {
    for (const listener of [...this.listeners]) {
      try {
        const found = await this.authenticator.authenticate(listener.shown, await this.clock.now());
        if (found === null || isRefusal(found) || found.post !== listener.reader.post) this.close(listener);
        else {
          listener.reader = found;
          listener.line.write(': \n\n');
        }
      } catch {
        // the database is away: nobody can say whether the sign-in stands, and nothing is told meanwhile
        this.close(listener);
      }
    }
  }
}
