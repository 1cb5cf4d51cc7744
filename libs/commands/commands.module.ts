import { Module } from '@nestjs/common';
import { CampaignCommands } from './campaign-commands.js';
import { DraftCommands } from './draft-commands.js';
import { ExtendTogetherCommand } from './extend-together.js';
import { ObligationCommands } from './obligation-commands.js';
import { PreviewCampaign } from './preview-campaign.js';
import { SessionCommands } from './session-commands.js';

/** The one way to change a document; needs the global Store and Clock. */
@Module({
  providers: [
    CampaignCommands,
    DraftCommands,
    ExtendTogetherCommand,
    ObligationCommands,
    PreviewCampaign,
    SessionCommands,
  ],
  exports: [
    CampaignCommands,
    DraftCommands,
    ExtendTogetherCommand,
    ObligationCommands,
    PreviewCampaign,
    SessionCommands,
  ],
})
export class CommandsModule {}
