/** What lists of leaked passwords are made of, Vietnamese and English, without marks: a password of such words alone is no secret. */
export const COMMON_WORDS = [
  'password passwd matkhau matkhaumoi admin administrator quantri quantrivien user nguoidung root guest test demo login dangnhap welcome',
  'qwertyuiop qwerty asdfghjkl asdf zxcvbnm zxcvbn qazwsx qazwsxedc qwer iloveyou letmein monkey dragon sunshine princess football',
  'abc abcd abcdef abcdefgh anhyeuem emyeuanh yeuem yeuanh toiyeuban toiyeuvietnam vietnam hanoi saigon danang hue tphcm hochiminh',
  'dondoc thidua khenthuong phongtrao ubnd uybannhandan xa huyen tinh phuong congchuc canbo vanphong noivu secret changeme master',
  'xinchao chao khongbiet khongco motngay motnam trai gai me bo con gia dinh giadinh ban be tinhyeu matma default system server',
]
  .join(' ')
  .split(' ')
  .sort((a, b) => b.length - a.length);

/** Rows of keys and of letters, both ways: parts of them are no secret either. */
export const SEQUENCES = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];
