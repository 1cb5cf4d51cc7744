import { settleCovenant, unsettledOf } from '#libs/commands';
import type { CovenantDoc } from '#libs/store';
import type { CheckContext } from '../check.js';
import { finding, type Look } from '../finding.js';

/** A covenant is what counts; its signatories' obligations say the same, a moment later. */
export async function checkCovenants({ store }: CheckContext): Promise<Look> {
  const look: Look = { checked: 0, found: [] };
  for await (const one of store.covenants.find({ state: { $ne: 'unwritten' } } as never)) {
    const covenant = one as unknown as CovenantDoc;
    look.checked += covenant.signatories.length;
    const { outdated = [], signed = [] } = (await unsettledOf(store, covenant)) ?? {};
    const count = outdated.length + signed.length;
    if (count === 0) continue;
    const { _id: subject, campaign, version } = covenant;
    const mend = (): Promise<void> => settleCovenant(store, subject);
    look.found.push(finding('covenant-unsettled', { subject, campaign, mark: String(version), data: { count }, mend }));
  }
  return look;
}
