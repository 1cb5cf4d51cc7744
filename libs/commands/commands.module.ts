import { Module } from '@nestjs/common';
import { CampaignCommands } from './campaign-commands.js';
import { DraftCommands } from './draft-commands.js';
import { ObligationCommands } from './obligation-commands.js';
import { SessionCommands } from './session-commands.js';

/** The one way to change a document; needs the global Store and Clock. */
@Module({
  providers: [CampaignCommands, DraftCommands, ObligationCommands, SessionCommands],
  exports: [CampaignCommands, DraftCommands, ObligationCommands, SessionCommands],
})
export class CommandsModule {}
