import { Module } from '@nestjs/common';
import { CalendarCommands } from './calendar-commands.js';
import { CampaignCommands } from './campaign-commands.js';
import { DraftCommands } from './draft-commands.js';
import { ObligationCommands } from './obligation-commands.js';
import { SessionCommands } from './session-commands.js';

/** The one way to change a document; needs the global Store and Clock. */
@Module({
  providers: [CalendarCommands, CampaignCommands, DraftCommands, ObligationCommands, SessionCommands],
  exports: [CalendarCommands, CampaignCommands, DraftCommands, ObligationCommands, SessionCommands],
})
export class CommandsModule {}
