import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { PreferenceCommands } from '#libs/commands';
import type { PreferenceView } from '#libs/contracts/http/index.js';
import type { Language, Preference } from '#libs/domain';
import { contentHash, Store } from '#libs/store';
import { PreferenceQuery } from '../me/preference-query.js';
import { mailOfLink, stillReached, type LinkFault } from './link-mail.js';

/** A reader's own choice, behind the link of a mail: nobody has to sign in, and nothing else opens by it. */
export interface OpenPreferences {
  fault: null;
  token: string;
  reader: { person: string; post: string; name: string; language: Language };
  view: PreferenceView;
}

/** Preferences behind the signed link of a mail: the same command as in the console, in the name of who got the mail. */
@Injectable()
export class PreferenceDesk {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly query: PreferenceQuery,
    private readonly commands: PreferenceCommands,
  ) {}

  /** Reads only: mail scanners open everything. */
  async open(token: string): Promise<OpenPreferences | LinkFault> {
    const now = await this.clock.now();
    const found = await mailOfLink(this.store, token, now);
    if (found.fault !== null) return found;
    const [holder] = await stillReached(this.store, found.message, found.message.posts, now);
    if (holder === undefined) return { fault: 'moved' };
    const { person, post, name, language } = holder;
    return { fault: null, token, reader: { person, post, name, language }, view: await this.query.mine({ person }) };
  }

  /** The same choice made twice on the same page is one choice. @param revision that the page was written from */
  choose({ token, reader }: OpenPreferences, wish: Preference, revision: number) {
    const key = `link-${contentHash({ token, wish, revision }).slice(0, 32)}`;
    return this.commands.choose(reader, wish, { key, revision });
  }
}
