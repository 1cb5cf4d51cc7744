/** windows-1258: base letters with hook and horn are one byte, the tones follow as bytes of their own. */
export function windows1258(text: string): Buffer {
  const decoder = new TextDecoder('windows-1258');
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const spelt = [...text.normalize('NFC')].flatMap((letter) => {
    if (bytes.has(letter)) return [letter];
    const apart = letter.normalize('NFD');
    return [apart.replace(tones, '').normalize('NFC'), ...(apart.match(tones) ?? [])];
  });
  return Buffer.from(spelt.map((letter) => bytes.get(letter)!));
}

/** The head of every official letter as TCVN3 and VNI store it; each sign is one byte. */
export const TCVN3 =
  'Céng hoµ x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\nKÕ ho¹ch ph¸t ®éng phong trµo thi ®ua yªu n­íc n¨m 2019\nñy ban nh©n d©n tØnh yªu cÇu c¸c huyÖn thùc hiÖn nghiªm tóc';
export const VNI =
  'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\nÑoäc laäp - Töï do - Haïnh phuùc\nKeá hoaïch phaùt ñoäng phong traøo thi ñua yeâu nöôùc naêm 2019\nUÛy ban nhaân daân tænh yeâu caàu caùc huyeän thöïc hieän nghieâm tuùc';
