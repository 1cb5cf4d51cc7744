import { coursesOf } from './campaign.js';
import { compareCampaigns } from './compare/campaigns.js';
import { compareCouncils } from './compare/council.js';
import { compareMails, type MailCounts } from './compare/mails.js';
import { compareMessages } from './compare/messages.js';
import { compareNotices, expectedNotices } from './compare/notices.js';
import { compareObligations } from './compare/obligations.js';
import { compareSheets } from './compare/sheets.js';
import { compareSubmissions } from './compare/submissions.js';
import { type Difference } from './difference.js';
import { type Dump } from './dump.types.js';
import { worldOf } from './world.js';

/** Everything in a finished world that is not as the rules in docs/rules.md say. Empty when all is right. */
export function compare(dump: Dump): Difference[] {
  const world = worldOf(dump);
  const courses = coursesOf(world);
  const notices = expectedNotices(world, courses);
  return [
    ...compareCampaigns(world, courses),
    ...compareObligations(world, courses),
    ...compareSubmissions(world),
    ...compareNotices(world, notices),
    ...compareMessages(world, notices),
    ...compareMails(dump).differences,
    ...compareSheets(world, courses),
    ...compareCouncils(world, courses),
  ];
}

export const mailCounts = (dump: Dump): MailCounts => compareMails(dump).counts;

export { inWords, type Difference } from './difference.js';
