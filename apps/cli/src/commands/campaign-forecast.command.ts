import type { Command } from 'commander';
import type { ForecastEntryView } from '#libs/contracts/http/index.js';
import { say } from '#libs/domain';
import { forecastCampaign, forecastView } from '#libs/forecast';
import { Store } from '#libs/store';
import { language, tell } from '../messages/tell.js';
import { Leave, REFUSED } from '../system/exit.js';
import { day } from '../system/options.js';
import { localInstant, print, table } from '../system/print.js';
import { withSystem } from '../system/with-system.js';

interface ForecastFlags {
  launch?: string;
  posts?: boolean;
  json?: boolean;
}

/** `campaign forecast`: everything a campaign does by itself where nobody acts. */
export function forecastCommand(campaign: Command, data: () => string | undefined): void {
  campaign
    .command('forecast <code>')
    .description(tell('campaign.forecast'))
    .option('--launch <day>', tell('forecast.launch'), day('--launch'))
    .option('--posts', tell('forecast.posts'))
    .option('--json', tell('option.json'))
    .action((code: string, { launch, posts, json }: ForecastFlags) =>
      withSystem(data(), async (app) => {
        const found = await forecastCampaign(app.get(Store), code, launch);
        if (!found) throw new Leave(REFUSED, tell('not-found', { id: code }));
        const entries = forecastView(found.entries, found.plan, { language, ...(posts && { posts }) });
        print(json, entries, () =>
          table(
            ['column.at', 'column.title', 'column.owner', 'column.recipients', 'column.warning'],
            entries.map(lineOf),
          ),
        );
      }),
    );
}

const lineOf = ({ at, text, owner, recipients, warning }: ForecastEntryView): (string | null)[] => [
  localInstant(new Date(at)),
  text,
  owner && (owner.posts?.join(' ') ?? owner.post ?? `${owner.count} ${word(owner.role)}`.trim()),
  recipients && (recipients.posts?.join(' ') ?? audiences(recipients.audiences)),
  warning && warning.map((one) => one.text).join(' '),
];

const audiences = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([audience, count]) => `${count} ${word(audience)}`)
    .join(', ');

const NAMED = ['focal', 'head', 'reviewer', 'superior', 'standing_body', 'chair', 'member'] as const;

/** The word for an audience or a role; one that has none stands as it is. */
function word(name: string | null): string {
  const named = NAMED.find((one) => one === name);
  return named ? say(`recipient.${named}`, {}, language) : (name ?? '');
}
