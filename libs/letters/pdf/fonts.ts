import { createRequire } from 'node:module';
import type { TFontDictionary } from 'pdfmake/interfaces.js';

const require = createRequire(import.meta.url);
const file = (name: string): string => require.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`);

/** Tinos has the widths of Times New Roman and every Vietnamese letter (SIL Open Font License 1.1). */
export const FONTS: TFontDictionary = {
  Tinos: {
    normal: file('400Regular'),
    bold: file('700Bold'),
    italics: file('400Regular_Italic'),
    bolditalics: file('700Bold_Italic'),
  },
};

const files = new Set(Object.values(FONTS['Tinos']!));

/** The only files a document may be made from. */
export const isFont = (path: string): boolean => files.has(path);
