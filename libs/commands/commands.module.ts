import { Module } from '@nestjs/common';
import { CampaignCommands } from './campaign-commands.js';
import { DraftCommands } from './draft-commands.js';
import { MailCommands } from './mail-commands.js';
import { ObligationCommands } from './obligation-commands.js';
import { SessionCommands } from './session-commands.js';

/** The one way to change a document; needs the global Store and Clock. */
@Module({
  providers: [CampaignCommands, DraftCommands, MailCommands, ObligationCommands, SessionCommands],
  exports: [CampaignCommands, DraftCommands, MailCommands, ObligationCommands, SessionCommands],
})
export class CommandsModule {}
