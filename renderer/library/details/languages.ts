const names = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'code' });

/** A language in the analyst's own words. */
export function languageName(code: string): string {
  return code === 'und' ? 'Language not known' : (names.of(code) ?? code);
}

const common =
  'ar az be bg bn bs ca cs da de el en es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id is it ja ka kk km ko ku ky lo lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru sd sk sl so sq sr sv sw ta te tg th tk tr tt uk ur uz vi zh zu';

/** Languages to choose from, by name; with `current` among them, whatever it is. */
export function languageChoices(current: string): { id: string; label: string }[] {
  const codes = new Set([...common.split(' '), current]);
  codes.delete('und');
  const named = [...codes].map((id) => ({ id, label: languageName(id) })).toSorted((a, b) => a.label.localeCompare(b.label));
  return [{ id: 'und', label: languageName('und') }, ...named];
}
