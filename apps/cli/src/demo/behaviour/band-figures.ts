import type { Target, Unit } from '#libs/domain';
import { bandFigures } from '#libs/domain/target/goal.js';
import { draw } from '../random.js';

/** Communes the bands of a distribution are spread over (Sơn La's 188 xã). */
const PEERS = 188;

/** 1 where the unit has reached the band, else 0: communes stand on one step for all bands of a distribution. */
export function bandFigure(seed: number, unit: Unit, target: Target, targets: Target[]): number {
  return bandFigures(stepOf(seed, unit, targets), [target])[target.id] ?? 0;
}

/** Criteria a commune has met; spread so that about as many reach each band as the plan wants. */
export function stepOf(seed: number, unit: Unit, targets: Target[]): number {
  const luck = draw(seed, 'step', unit.id);
  const place = luck.next() * PEERS;
  const bands = targets.filter(({ band }) => band !== undefined).sort((a, b) => b.band!.from - a.band!.from);
  const band = (bands.find(({ cumulative, value }) => place < (cumulative ?? value ?? PEERS)) ?? bands.at(-1))?.band;
  return band ? luck.whole(band.from, band.to) : 0;
}
