import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { delayBody, preferenceBody } from '#libs/contracts/http/index.js';
import { say } from '#libs/domain';
import { Policy } from '../access/policy.decorator.js';
import { LinkDesk, type OpenLink } from './link-desk.js';
import type { LinkFault } from './link-mail.js';
import { faultPage, receivedNote, workPage } from './link-page.js';
import { PreferenceDesk, type OpenPreferences } from './preference-desk.js';
import { CONSOLE_PREFERENCES, preferenceForm, preferencesPage } from './preference-page.js';

const HTML = 'text/html; charset=utf-8';
const STATUS = { wrong: 404, expired: 410, moved: 409 } as const;

/** As an HTML form sends it. */
type Form = Record<string, unknown> | undefined;
const field = (form: Form, name: string): string => {
  const value = form?.[name];
  return typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '';
};

/**
 * Pages that the links of mails open, without sign-in: the signature of the link says whose mail it was. Opening changes nothing, also
 * where a mail scanner opens everything; only a button does, and pressing it twice is pressing it once.
 */
@ApiExcludeController()
@Controller('viec')
@Policy({ link: true })
export class LinksController {
  constructor(
    private readonly desk: LinkDesk,
    private readonly preferences: PreferenceDesk,
  ) {}

  /** Without a token (`List-Unsubscribe` leads here) it knows nobody and only says what can be changed, and where. */
  @Get('tuy-chon')
  showPreferences(@Query('thu') token: unknown, @Res() response: Response) {
    if (token === undefined) return send(response, 200, preferencesPage());
    return this.chosen(token, response, (open) => send(response, 200, preferenceForm(open, null)));
  }

  @Post('tuy-chon')
  choose(@Body() form: Form, @Res() response: Response) {
    return this.chosen(field(form, 'thu'), response, async (open) => {
      const { language } = open.reader;
      const revision = Number(field(form, 'banCu'));
      const wish = preferenceBody.safeParse({ revision, digestAt: field(form, 'gio'), frequency: field(form, 'nhip') });
      const refused = (status: number, current: OpenPreferences, text: string): void => {
        const heading = say('link.refused.heading', {}, language);
        send(response, status, preferenceForm(current, { heading, text, bad: true }));
      };
      if (!wish.success) return refused(400, open, say('link.preferences.unknown', {}, language));
      const { digestAt, frequency } = wish.data;
      const chosen = { digestAt: digestAt!, frequency: frequency! };
      const outcome = await this.preferences.choose(open, chosen, revision);
      const again = await this.preferences.open(open.token);
      const current = again.fault === null ? again : open;
      if (!outcome.ok) return refused(outcome.status, current, outcome.reason);
      send(response, 200, preferenceForm(current, { text: say('link.preferences.saved', {}, language), bad: false }));
    });
  }

  @Get(':id')
  show(@Param('id') id: string, @Query('thu') token: unknown, @Res() response: Response) {
    return this.opened(id, token, response, (link) => send(response, 200, workPage(link, null)));
  }

  @Post(':id/da-nhan')
  received(@Param('id') id: string, @Body() form: Form, @Res() response: Response) {
    return this.opened(id, field(form, 'thu'), response, async (link) => {
      const at = await this.desk.received(link);
      const read = { ...link, notices: link.notices.map((one) => ({ ...one, readAt: at })) };
      send(response, 200, workPage(read, receivedNote(at, link.reader.language)));
    });
  }

  @Post(':id/nop-muon')
  late(@Param('id') id: string, @Body() form: Form, @Res() response: Response) {
    return this.opened(id, field(form, 'thu'), response, async (link) => {
      const typed = { day: field(form, 'ngay'), reason: field(form, 'lyDo').trim() };
      const { language } = link.reader;
      const refused = (status: number, why: string): void => {
        const heading = say('link.refused.heading', {}, language);
        send(response, status, workPage(link, { heading, text: why, bad: true }, typed));
      };
      const body = delayBody.safeParse({ expectedDay: typed.day, reason: typed.reason });
      if (!body.success) {
        const days = body.error.issues.some(({ path }) => path[0] === 'expectedDay');
        const why = days
          ? say('not-a-date', { day: typed.day }, language)
          : say('link.late.reason-missing', {}, language);
        return refused(400, why);
      }
      const outcome = await this.desk.late(link, body.data.expectedDay, body.data.reason);
      if (!outcome.ok) return refused(outcome.status, outcome.reason);
      const text = say('link.late.done', { day: body.data.expectedDay }, language);
      const again = await this.desk.open(id, link.token);
      send(response, 200, workPage(again.fault === null ? again : link, { text, bad: false }));
    });
  }

  private async chosen(token: unknown, response: Response, use: (open: OpenPreferences) => unknown): Promise<void> {
    const open = await this.preferences.open(typeof token === 'string' ? token : '');
    if (open.fault === null) await use(open);
    else send(response, STATUS[open.fault], faultPage(open, CONSOLE_PREFERENCES));
  }

  private async opened(
    id: string,
    token: unknown,
    response: Response,
    use: (link: OpenLink) => unknown,
  ): Promise<void> {
    const link = await this.desk.open(id, typeof token === 'string' ? token : '');
    if (link.fault === null) await use(link);
    else send(response, STATUS[link.fault], faultPage(link satisfies LinkFault, `/viec/${encodeURIComponent(id)}`));
  }
}

function send(response: Response, status: number, page: string): void {
  response.status(status).set('Content-Type', HTML).send(page);
}
