/** What a word processor's document holds beside its text: tracked changes, comments, hidden text, parts of another format. */
export type Left = 'change' | 'comment' | 'hidden' | 'chunk';

/** Tells the analyst what was left out of a document, or decided in reading it. */
export function noticesOf(counts: ReadonlyMap<Left, number>): string[] {
  const notices: string[] = [];
  const say = (what: Left, one: string, many: string) => {
    const number = counts.get(what) ?? 0;
    if (number > 0) notices.push(number === 1 ? one : `${number.toLocaleString('en')} ${many}`);
  };
  say(
    'change',
    '1 tracked change is read as if accepted: what it deletes was left in the original.',
    'tracked changes are read as if accepted: what they delete was left in the original.',
  );
  say('comment', '1 comment was left in the original.', 'comments were left in the original.');
  if ((counts.get('hidden') ?? 0) > 0) notices.push('Hidden text was left in the original.');
  say('chunk', '1 part of another format was left in the original.', 'parts of another format were left in the original.');
  return notices;
}
