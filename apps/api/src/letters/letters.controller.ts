import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { may, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import { letterView } from '#libs/contracts/http/index.js';
import type { LetterFormat } from '#libs/letters';
import type { LetterDoc } from '#libs/store';
import { Policy, Who } from '../access/policy.decorator.js';
import { Subjects } from '../access/subjects.js';
import { ProblemError } from '../http/problem-error.js';
import { asFile } from './as-file.js';
import { LetterDesk, letterView as viewOf } from './letter-desk.js';

/** Letters that were made: who made them, their hash, and the same document again. */
@ApiTags('letters')
@Controller('letters/:id')
export class LettersController {
  constructor(
    private readonly desk: LetterDesk,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Policy({ signedIn: true })
  @ApiOkResponse({ standardSchema: letterView })
  async one(@Who() reader: Reader, @Param('id') id: string) {
    return viewOf(await this.letter(reader, id));
  }

  @Get('document.docx')
  @Policy({ signedIn: true })
  async asWord(@Who() reader: Reader, @Param('id') id: string) {
    return this.file(await this.letter(reader, id), 'docx');
  }

  @Get('document.pdf')
  @Policy({ signedIn: true })
  async asPdf(@Who() reader: Reader, @Param('id') id: string) {
    return this.file(await this.letter(reader, id), 'pdf');
  }

  private async file(letter: LetterDoc, format: LetterFormat) {
    return asFile(await this.desk.print(letter, format), letter._id, format);
  }

  /** Whoever may urge may read what was urged: a letter names units that not every reader of a campaign sees. */
  private async letter(reader: Reader, id: string): Promise<LetterDoc> {
    const letter = await this.desk.find(id);
    const [kind, about] = letter?.obligation
      ? (['obligation', letter.obligation] as const)
      : (['campaign', letter?.campaign] as const);
    const found = about === undefined ? null : await this.subjects.load(kind, about, await this.clock.now());
    if (!letter || !found) throw ProblemError.of(404, 'not-found', { data: { id } });
    const refusal = may(reader, 'urge', found.subject);
    if (refusal) throw ProblemError.refused(403, refusal);
    return letter;
  }
}
