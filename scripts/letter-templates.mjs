// Writes libs/letters/templates/*.docx from their definition (libs/domain/letters/forms.ts, libs/letters/template). Run after a build:
//   npm run build:server && node scripts/letter-templates.mjs
import { writeFileSync } from 'node:fs';
import { documentFormOn } from '#libs/rules';
import { letterKinds } from '#libs/domain';
import { templatePath } from '#libs/letters';
import { buildTemplate } from '#libs/letters/template/build-template.js';

/** The day whose form is printed; a new decree is a new row in libs/rules/document-form.ts and a new day here. */
const DAY = '2026-01-01';

for (const kind of letterKinds) {
  const path = templatePath(kind);
  writeFileSync(path, await buildTemplate(kind, documentFormOn(DAY)));
  console.log(path);
}
