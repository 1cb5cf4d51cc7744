import type { CampaignPreview } from '#libs/commands';
import type { PreviewBody, PreviewView } from '#libs/contracts/http/index.js';
import { say, type CampaignDecision, type Language, type MessageCode } from '#libs/domain';

export function decisionOf(body: PreviewBody): CampaignDecision {
  switch (body.command) {
    case 'resume':
      return { command: 'resume', shift: body.shift, document: body.document ?? null };
    case 'extend':
      return { command: 'extend', lastDay: body.lastDay, document: body.document ?? null };
    default:
      return body;
  }
}

/** A preview with its warnings and refusals in words. */
export function viewOfPreview(found: CampaignPreview, language: Language): PreviewView {
  const { refusal, groups, ...rest } = found;
  return {
    ...rest,
    groups: groups.map(({ dueBefore, dueAfter, lockBefore, lockAfter, warnings, ...group }) => ({
      ...group,
      dueBefore: dueBefore.toISOString(),
      dueAfter: dueAfter.toISOString(),
      lockBefore: lockBefore?.toISOString() ?? null,
      lockAfter: lockAfter?.toISOString() ?? null,
      warnings: warnings.map(({ code, data }) => ({ code, text: say(`preview.${code}`, data, language) })),
    })),
    refusal: refusal && { code: refusal.code, reason: say(refusal.code as MessageCode, refusal.data, language) },
  };
}
