// Compiles the templates of mail: MJML to plain HTML with tables and inline styles, kept as source beside it; Handlebars fills it at run time.
// `node scripts/mail-templates.mjs` after an edit; `--check` (a test runs it) fails where the kept source is not what the templates make.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mjml2html from 'mjml';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../libs/mail/templates');
const read = (name) => readFileSync(join(folder, name), 'utf8');

/** The source of `letter.ts`. @throws Error where the template is no valid MJML */
async function compiledTemplates() {
  const { html, errors } = await mjml2html(read('letter.mjml'), {
    validationLevel: 'strict',
    keepComments: false,
    fonts: {},
  });
  if (errors.length) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
  const lines = html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  return [
    '// Made by scripts/mail-templates.mjs from letter.mjml and letter.txt; edit those.',
    `export const LETTER_HTML = ${JSON.stringify(lines)};`,
    `export const LETTER_TEXT = ${JSON.stringify(read('letter.txt'))};`,
    '',
  ].join('\n');
}

const kept = join(folder, 'letter.ts');
const source = await compiledTemplates();
if (process.argv[2] !== '--check') writeFileSync(kept, source);
else if (readFileSync(kept, 'utf8') !== source) {
  console.error(
    'libs/mail/templates/letter.ts is not what letter.mjml and letter.txt make: node scripts/mail-templates.mjs',
  );
  process.exitCode = 1;
}
