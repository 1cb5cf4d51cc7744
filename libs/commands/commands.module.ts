import { Module } from '@nestjs/common';
import { AmendTargetCommand } from './amend-target.js';
import { CalendarCommands } from './calendar-commands.js';
import { CampaignCommands } from './campaign-commands.js';
import { CovenantCommands } from './covenant-commands.js';
import { DifficultyCommands } from './difficulty-commands.js';
import { EvidenceCommands } from './evidence-commands.js';
import { ExtendTogetherCommand } from './extend-together.js';
import { FormDraftCommands } from './form-draft-commands.js';
import { IndicatorCommands } from './indicator-commands.js';
import { LaunchPrepared } from './launch-prepared.js';
import { MailCommands } from './mail-commands.js';
import { ObligationCommands } from './obligation-commands.js';
import { PreferenceCommands } from './preference-commands.js';
import { PreparationCommands } from './preparation-commands.js';
import { PreviewCampaign } from './preview-campaign.js';
import { ReviewTogetherCommand } from './review-together.js';
import { SessionCommands } from './session-commands.js';

/** The one way to change a document; needs the global Store and Clock. */
const COMMANDS = [
  AmendTargetCommand,
  CalendarCommands,
  CampaignCommands,
  CovenantCommands,
  DifficultyCommands,
  EvidenceCommands,
  ExtendTogetherCommand,
  FormDraftCommands,
  IndicatorCommands,
  LaunchPrepared,
  MailCommands,
  ObligationCommands,
  PreferenceCommands,
  PreparationCommands,
  PreviewCampaign,
  ReviewTogetherCommand,
  SessionCommands,
];

@Module({ providers: COMMANDS, exports: COMMANDS })
export class CommandsModule {}
