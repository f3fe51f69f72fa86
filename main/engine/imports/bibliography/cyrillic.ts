/** Letters by the names that LaTeX's Cyrillic encodings (T2A) give them after `\cyr`. */
const letters = {
  ...{
    a: 'а',
    b: 'б',
    v: 'в',
    g: 'г',
    d: 'д',
    e: 'е',
    yo: 'ё',
    zh: 'ж',
    z: 'з',
    i: 'и',
    ishrt: 'й',
    k: 'к',
    l: 'л',
    m: 'м',
    n: 'н',
    o: 'о',
  },
  ...{ p: 'п', r: 'р', s: 'с', t: 'т', u: 'у', f: 'ф', h: 'х', c: 'ц', ch: 'ч', sh: 'ш', shch: 'щ', hrdsn: 'ъ', ery: 'ы', sftsn: 'ь' },
  ...{
    erev: 'э',
    yu: 'ю',
    ya: 'я',
    ii: 'і',
    yi: 'ї',
    ie: 'є',
    gup: 'ґ',
    ushrt: 'ў',
    je: 'ј',
    lje: 'љ',
    nje: 'њ',
    tshe: 'ћ',
    dje: 'ђ',
    dzhe: 'џ',
  },
};

/** LaTeX commands for Cyrillic letters, `cyra` to `CYRYA`, and what stands before them: `\cyrchar`, the font `\cyr`. */
export const cyrillicCommands: Readonly<Record<string, string>> = Object.fromEntries([
  ['cyrchar', ''],
  ['cyr', ''],
  ...Object.entries(letters).flatMap(([name, letter]) => [
    [`cyr${name}`, letter],
    [`CYR${name.toUpperCase()}`, letter.toUpperCase()],
  ]),
]);
