/** Names that bibliographies give languages, in BibTeX those of babel, with their BCP 47 primary subtags. */
const names: Readonly<Record<string, string>> = {
  ...{ english: 'en', american: 'en', british: 'en', usenglish: 'en', ukenglish: 'en', canadian: 'en', australian: 'en' },
  ...{ russian: 'ru', русский: 'ru', ukrainian: 'uk', українська: 'uk', belarusian: 'be', bulgarian: 'bg', serbian: 'sr' },
  ...{ chinese: 'zh', 中文: 'zh', japanese: 'ja', 日本語: 'ja', korean: 'ko', arabic: 'ar', hebrew: 'he', persian: 'fa', farsi: 'fa' },
  ...{ german: 'de', ngerman: 'de', deutsch: 'de', austrian: 'de', naustrian: 'de', french: 'fr', francais: 'fr', français: 'fr' },
  ...{ spanish: 'es', español: 'es', italian: 'it', portuguese: 'pt', brazilian: 'pt', dutch: 'nl', polish: 'pl', czech: 'cs' },
  ...{ turkish: 'tr', greek: 'el', swedish: 'sv', danish: 'da', norwegian: 'no', norsk: 'no', finnish: 'fi', hungarian: 'hu' },
  ...{ romanian: 'ro', hindi: 'hi', vietnamese: 'vi', indonesian: 'id', kazakh: 'kk', uzbek: 'uz' },
};

/** The subtag of a language by its name or its tag, `en-GB` say; null for what is neither. */
export function languageNamed(name: string): string | null {
  const wanted = name.normalize('NFC').trim().toLowerCase();
  return names[wanted] ?? /^[a-z]{2,3}(?=$|[-_])/.exec(wanted)?.[0] ?? null;
}
