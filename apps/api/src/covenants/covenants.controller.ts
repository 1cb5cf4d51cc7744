import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Reader, SignedIn } from '#libs/access';
import { CovenantCommands, type RequestMeta } from '#libs/commands';
import {
  covenantDeclineBody,
  covenantListView,
  covenantReceipt,
  covenantSignatureBody,
  covenantsQuery,
  covenantVersionBody,
  covenantView,
} from '#libs/contracts/http/index.js';
import { Me, Policy, Who } from '../access/policy.decorator.js';
import { answer } from '../http/answer.js';
import { asFile } from '../letters/as-file.js';
import { Meta } from '../http/request-meta.js';
import { CovenantDoor } from './covenant-door.js';
import { CovenantPapers } from './covenant-papers.js';
import { CovenantQuery } from './covenant-query.js';

/** Covenants (giao ước thi đua) that several sign: written, signed by each, complete when all have. */
@ApiTags('covenants')
@Controller('covenants')
export class CovenantsController {
  constructor(
    private readonly commands: CovenantCommands,
    private readonly door: CovenantDoor,
    private readonly query: CovenantQuery,
    private readonly papers: CovenantPapers,
  ) {}

  @Get()
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: covenantListView })
  list(@Who() reader: Reader, @Query({ schema: covenantsQuery }) { campaign }: z.output<typeof covenantsQuery>) {
    return this.query.list(reader, campaign);
  }

  @Get(':id')
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: covenantView })
  async one(@Who() reader: Reader, @Param('id') id: string) {
    return this.query.view(reader, await this.door.read(reader, id));
  }

  @Get(':id/document.docx')
  @Policy({ signedIn: true })
  async asWord(@Who() reader: Reader, @Param('id') id: string) {
    return asFile(await this.papers.print(await this.door.read(reader, id), 'docx'), id, 'docx');
  }

  /** The paper to sign by hand: it bears the hash that a scan of it is bound to. */
  @Get(':id/document.pdf')
  @Policy({ signedIn: true })
  async asPdf(@Who() reader: Reader, @Param('id') id: string) {
    return asFile(await this.papers.print(await this.door.read(reader, id), 'pdf'), id, 'pdf');
  }

  /** The first text, or another: then all signatures are needed again, and the old ones are kept. */
  @Post(':id/versions')
  @Policy({ signedIn: true })
  @ApiCreatedResponse({ standardSchema: covenantReceipt })
  async propose(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: covenantVersionBody }) body: z.output<typeof covenantVersionBody>,
    @Meta() meta: RequestMeta,
  ) {
    await this.door.write(actor, id);
    return answer(await this.commands.propose(actor, id, body, meta));
  }

  /** By the head of a party; on paper by a scan, bound to the hash that is printed on it. */
  @Post(':id/signature')
  @Policy({ signedIn: true })
  @ApiCreatedResponse({ standardSchema: covenantReceipt })
  async sign(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: covenantSignatureBody }) body: z.output<typeof covenantSignatureBody>,
    @Meta() meta: RequestMeta,
  ) {
    await this.door.sign(actor, id);
    return answer(await this.commands.sign(actor, id, body, meta));
  }

  /** Who does not sign says why; the signature is still owed. */
  @Post(':id/refusal')
  @Policy({ signedIn: true })
  @ApiCreatedResponse({ standardSchema: covenantReceipt })
  async decline(
    @Me() actor: SignedIn,
    @Param('id') id: string,
    @Body({ schema: covenantDeclineBody }) body: z.output<typeof covenantDeclineBody>,
    @Meta() meta: RequestMeta,
  ) {
    await this.door.sign(actor, id);
    return answer(await this.commands.decline(actor, id, body, meta));
  }
}
