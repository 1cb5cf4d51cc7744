import { type DynamicModule, Module } from '@nestjs/common';
import { Mailer, MAIL_OPTIONS, type MailOptions } from './mailer.js';

@Module({})
export class MailModule {
  static forRoot(options: MailOptions): DynamicModule {
    return { module: MailModule, providers: [{ provide: MAIL_OPTIONS, useValue: options }, Mailer], exports: [Mailer] };
  }
}
