import { Module } from '@nestjs/common';
import { Calendars } from './calendars.js';

/** Imported and confirmed calendars; needs the global Store. */
@Module({ providers: [Calendars], exports: [Calendars] })
export class CalendarsModule {}
