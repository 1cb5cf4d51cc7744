import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { filterOf, surveyedCampaigns, type Filter, type Reader, type SignedIn } from '#libs/access';
import { MailCommands } from '#libs/commands';
import { mailsQuery, reachedBody, type MailsQuery } from '#libs/contracts/http/index.js';
import { say, type MessageCode } from '#libs/domain';
import { Store, type MessageDoc } from '#libs/store';
import { Me, Policy, Who } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { paged } from '../http/paged.js';
import { ProblemError } from '../http/problem-error.js';

/** Letters and what became of them. Whoever does not lead the campaign sees the letters of their own unit's posts. */
@ApiTags('mails')
@Controller('mails')
export class MailsController {
  constructor(
    private readonly store: Store,
    private readonly commands: MailCommands,
  ) {}

  /** The reader of a mail that came back was reached another way: by the administrator, or by who leads a campaign it spoke of. */
  @Post(':id/reached')
  @HttpCode(200)
  @Policy({ signedIn: true })
  async reached(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: reachedBody }) { how }: z.output<typeof reachedBody>,
  ) {
    const led = await surveyedCampaigns(this.store, actor);
    if (led !== null) {
      const ours = await this.store.notices.countDocuments({ message: id, campaign: { $in: led } });
      if (ours === 0) throw ProblemError.of(403, 'leaders-only');
    }
    return answer(await this.commands.reached(actor, id, how));
  }

  @Get()
  @Policy({ signedIn: true })
  async list(@Who() reader: Reader, @Query({ schema: mailsQuery }) { limit, after, campaign, state }: MailsQuery) {
    const filter = {
      $and: [
        { ...(state && { state }), ...(after && { _id: { $gt: after } }) },
        campaign ? { _id: { $in: await this.ofCampaign(campaign) } } : {},
        await this.readable(reader, campaign),
      ],
    };
    const found = (await this.store.messages
      .find(filter as never, { projection: { token: 0, leaseUntil: 0, verp: 0 } })
      .sort({ _id: 1 })
      .limit(limit + 1)
      .toArray()) as unknown as MessageDoc[];
    return paged(
      found,
      limit,
      ({ _id }) => _id,
      ({ _id, ...mail }) => ({ id: _id, ...mail, stateText: say(`state.${mail.state}` as MessageCode) }),
    );
  }

  private async ofCampaign(campaign: string): Promise<string[]> {
    return (await this.store.notices.distinct('message', {
      campaign,
      message: { $ne: null },
    } as never)) as unknown as string[];
  }

  private async readable(reader: Reader, campaign: string | undefined): Promise<Filter> {
    if (reader === 'everyone') return {};
    const surveyed = campaign === undefined ? [] : await surveyedCampaigns(this.store, reader);
    if (surveyed === null || surveyed.includes(campaign ?? '')) return {};
    const posts = await this.store.posts.find({ unit: reader.unit }, { projection: { _id: 1 } }).toArray();
    return filterOf(reader, 'read', 'mail', { posts: posts.map(({ _id }) => _id) });
  }
}
