import { Injectable } from '@nestjs/common';
import { covenantPaper, localDateOf, signaturesOf, versionOf, type LetterContent } from '#libs/domain';
import { issuerOf, printed, type LetterFormat } from '#libs/letters';
import { organisationOn, planOf, Store, type CovenantDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { ProblemError } from '../http/problem-error.js';

/** The covenant on paper: the text that stands, with its hash and QR code, and a line for each party to sign on. */
@Injectable()
export class CovenantPapers {
  constructor(
    private readonly store: Store,
    private readonly names: Names,
  ) {}

  /** @throws ProblemError 404 before there is a text */
  async print(covenant: CovenantDoc, format: LetterFormat): Promise<Buffer> {
    const version = versionOf(covenant);
    if (!version) throw ProblemError.of(404, 'not-found', { data: { id: `${covenant._id}/document` } });
    const { launchingUnit: unit } = await planOf(this.store, covenant.campaign);
    const content = await this.content(covenant, unit);
    return printed(this.store, { content, unit, at: version.at }, format);
  }

  private async content(covenant: CovenantDoc, issuer: string): Promise<LetterContent> {
    const { n, hash, at, content } = versionOf(covenant)!;
    const signed = signaturesOf(covenant, n);
    const [plan, organisation, units] = await Promise.all([
      planOf(this.store, covenant.campaign),
      organisationOn(this.store, localDateOf(at)),
      this.names.units(content.parties.map(({ unit }) => unit)),
    ]);
    const persons = await this.store.persons
      .find({ _id: { $in: signed.flatMap(({ person }) => person ?? []) } }, { projection: { name: 1 } })
      .toArray();
    const nameOf = new Map(persons.map(({ _id, name }) => [_id, name]));
    const targets = new Map(plan.targets.map((target) => [target.id, target]));
    return covenantPaper({
      ...{ id: covenant._id, issuer: issuerOf(organisation, issuer), campaign: plan.name, title: covenant.title },
      version: { n, hash, at, text: content.text },
      pledges: content.parties.flatMap(({ unit, pledges }) =>
        pledges.map(({ target, assigned, value }) => ({
          ...{ unit: units.get(unit) ?? unit, target: targets.get(target)!.name, measure: targets.get(target)!.unit },
          ...{ assigned, value },
        })),
      ),
      parties: content.parties.map(({ unit }) => {
        const signature = signed.find((one) => one.unit === unit);
        const title = signature && (organisation.post(signature.post)?.title ?? signature.post);
        const name = nameOf.get(signature?.person ?? '');
        return {
          ...{ unit: units.get(unit) ?? unit, at: signature?.at ?? null },
          signer: title === undefined ? null : name === undefined ? title : `${name}, ${title}`,
        };
      }),
    });
  }
}
