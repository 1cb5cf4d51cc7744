import { readdirSync, readFileSync } from 'node:fs';
import { TCVN3, VNI } from '../../../test/documents/old-tables.js';
import { legacyShown } from './legacy-letters.js';
import { isSyllable, vietnameseShare } from './syllables.js';

describe('the look of Vietnamese', () => {
  it.each(['nghiệp', 'ươm', 'thuở', 'khuỷu', 'giặc', 'đ', 'quyết', 'ngoằn', 'Đảng', 'NGHỊ', 'yếu', 'rượu'])(
    '%s',
    (word) => expect(isSyllable(word)).toBe(true),
  );
  it.each(['nhaân', 'keá', 'héi­', 'nh©n', 'ViÖt', 'été', 'naïve', 'über', 'ñoäng'])('not %s', (word) =>
    expect(isSyllable(word)).toBe(false),
  );

  const seeds = 'apps/cli/demo-data/seeds';
  it.each(readdirSync(seeds).filter((name) => name.endsWith('.txt')))('nearly every word of %s', (name) => {
    const text = readFileSync(`${seeds}/${name}`, 'utf8');
    expect(vietnameseShare(text).share).toBeGreaterThan(0.98);
    expect(legacyShown(text)).toBe(false);
  });
});

describe('old letters shown as Latin ones', () => {
  it.each([TCVN3, VNI])('%s', (text) => expect(legacyShown(text)).toBe(true));
  it.each([
    [
      'French',
      'Le préfet a décidé que les élèves âgés de la région seront récompensés à côté du théâtre; déjà désignés, les lycées intéressés prépareront leur dossier, près de la forêt, après les vacances d’été, où siège l’académie',
    ],
    [
      'German',
      'Für die Prüfung gehören größere Übungen natürlich dazu; ähnliche Aufgaben können später während der Führung über schöne Höfe geübt werden, müssen jedoch rückwärts gezählt, höflich erklärt und pünktlich überreicht werden',
    ],
    ['English', 'The plan names no target. '.repeat(30)],
  ])('not %s', (_, text) => expect(legacyShown(text)).toBe(false));
});
