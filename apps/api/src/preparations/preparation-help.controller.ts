import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import {
  loadView,
  offerView,
  preparationUnitsView,
  type LoadView,
  type OfferView,
  type PreparationUnitsView,
} from '#libs/contracts/http/index.js';
import { May } from '../access/policy.decorator.js';
import { languageOf } from '../http/language.js';
import { PreparationHelp } from './preparation-help.js';

/** What helps an officer to answer: units to choose from, what the product offers, what it would all come to. Nothing is stored here. */
@ApiTags('preparations')
@Controller('preparations/:id')
export class PreparationHelpController {
  constructor(private readonly help: PreparationHelp) {}

  @Get('units')
  @May('read', 'preparation')
  @ApiOkResponse({ standardSchema: preparationUnitsView })
  units(@Req() request: Request, @Param('id') id: string): Promise<PreparationUnitsView> {
    return this.help.units(id, languageOf(request));
  }

  @Get('offer')
  @May('read', 'preparation')
  @ApiOkResponse({ standardSchema: offerView })
  offer(@Req() request: Request, @Param('id') id: string): Promise<OfferView> {
    return this.help.offer(id, languageOf(request));
  }

  /** 409 with what is missing, while no plan can be composed. */
  @Get('load')
  @May('read', 'preparation')
  @ApiOkResponse({ standardSchema: loadView })
  load(@Req() request: Request, @Param('id') id: string): Promise<LoadView> {
    return this.help.load(id, languageOf(request));
  }
}
