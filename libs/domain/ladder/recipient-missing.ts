import type { Audience } from './ladder.types.js';

/** A rung speaks to an audience for which neither obligation nor campaign names a unit or post. Nothing is guessed: no mail goes astray. */
export class RecipientMissing extends Error {
  override readonly name = 'RecipientMissing';
  readonly code = 'recipient_missing';

  constructor(readonly audience: Audience) {
    super(`Không xác định được người nhận “${audience}”: hồ sơ không ghi đơn vị hoặc chức danh.`);
  }
}
