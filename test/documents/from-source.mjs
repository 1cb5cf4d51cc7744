// Lets Node start programs of ours from their TypeScript, as jest does: `node --import …/from-source.mjs program.ts`.
import { register } from 'node:module';

register('./from-source-hooks.mjs', import.meta.url);
