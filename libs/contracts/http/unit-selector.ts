import { z } from 'zod';
import { code } from './primitives.js';

const codes = z.array(code).max(5_000);

/** Picks units of the tree; the given conditions must all hold. */
export const unitSelector = z
  .strictObject({
    units: codes.optional(),
    kinds: codes.optional(),
    groups: codes.optional(),
    under: code.optional(),
    exclude: codes.optional(),
  })
  .meta({ id: 'UnitSelector' });
