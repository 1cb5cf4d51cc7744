import type { Difficulty, DifficultyWords } from './difficulty.types.js';

/**
 * The words that stood when a report said the item: what its raiser said later, raising it again, does not make old words new ones. The
 * first words where none are older.
 */
export const wordsBefore = ({ words }: Difficulty, at: Date): DifficultyWords =>
  words.findLast((one) => one.at < at) ?? words[0]!;
