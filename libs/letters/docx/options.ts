import type { DXT } from 'docxtemplater';

/**
 * Placeholders name fields and nothing else: no expressions, nothing inherited from an object. What a list's line does not hold is
 * looked up outside it by docxtemplater itself. What the content lacks is left empty: the check at upload refuses unknown names.
 */
export const OPTIONS: DXT.ConstructorOptions = {
  paragraphLoop: true,
  linebreaks: true,
  errorLogging: false,
  nullGetter: () => '',
  parser: (tag: string) => ({
    get: (scope: Record<string, unknown>) => (Object.hasOwn(scope, tag) ? scope[tag] : undefined),
  }),
};
