import { expect, test } from 'vitest';
import { languageOf } from '../../../main/engine/imports/language/language.ts';

/** A sentence or less in each language: every one that has a stemmer, and others that are met. */
test.each([
  ['en', 'Tolls rise again at the lower lock'],
  ['en', 'The harbour closed in March, and the millers of the valley expected a lost season.'],
  ['de', 'Die Brücke wurde gesperrt'],
  ['de', 'Der Hafen schloss im März, und die Müller des Tales erwarteten eine verlorene Saison.'],
  ['fr', 'Le port est fermé depuis mars'],
  ['fr', 'Le port a fermé en mars, et les meuniers de la vallée attendaient une saison perdue.'],
  ['es', 'El puerto cerró en marzo y los molineros del valle esperaban una temporada perdida.'],
  ['pt', 'O porto fechou em março e os moleiros do vale esperavam uma estação perdida.'],
  ['it', 'Il porto chiuse a marzo e i mugnai della valle si aspettavano una stagione perduta.'],
  ['nl', 'De haven sloot in maart en de molenaars van het dal verwachtten een verloren seizoen.'],
  ['sv', 'Hamnen stängde i mars och dalens mjölnare väntade sig en förlorad säsong.'],
  ['da', 'Havnen lukkede i marts, og møllerne i dalen ventede en tabt sæson, for prisen på korn var steget.'],
  ['no', 'Havnen stengte i mars, og møllerne i dalen ventet en tapt sesong, fordi prisen på korn hadde økt mye.'],
  ['fi', 'Satama suljettiin maaliskuussa, ja laakson myllärit odottivat menetettyä kautta, koska viljan hinta oli noussut.'],
  ['hu', 'A kikötőt márciusban lezárták, és a völgy molnárai elveszett idényre számítottak.'],
  ['ro', 'Portul s-a închis în martie, iar morarii din vale se așteptau la un sezon pierdut.'],
  ['tr', 'Liman mart ayında kapandı ve vadideki değirmenciler kayıp bir sezon bekliyordu.'],
  ['pl', 'Port zamknięto w marcu, a młynarze z doliny spodziewali się straconego sezonu.'],
  ['cs', 'Přístav byl v březnu uzavřen a mlynáři z údolí čekali ztracenou sezónu.'],
  ['ru', 'Цены на зерно'],
  ['ru', 'Отчёт о переговорах'],
  ['ru', 'Мост через реку закрыли в марте, и баржи стояли до самой осени.'],
  ['ru', 'Шахтёры бастуют'],
  ['ru', 'Горняки прекратили работу: поставки никеля задерживаются. Region: Урал'],
  ['uk', 'Порт закрили в березні'],
  ['uk', 'Міст через річку зачинили навесні, і баржі стояли до осені.'],
  ['bg', 'Пристанището беше затворено през март'],
  ['bg', 'Цените на зърното в пристанището се повишиха с една четвърт.'],
  ['sr', 'Лука је затворена у марту, а млинари из долине очекивали су изгубљену сезону.'],
  ['ar', 'أغلق الميناء في مارس'],
  ['fa', 'بندر در ماه مارس بسته شد و قیمت غلات یک چهارم افزایش یافت.'],
  ['he', 'הנמל נסגר במרץ'],
  ['el', 'Το λιμάνι έκλεισε τον Μάρτιο'],
  ['zh', '港口关闭'],
  ['ja', '港は閉鎖された'],
  ['ko', '항구가 폐쇄되었다'],
  ['th', 'ท่าเรือปิดในเดือนมีนาคม'],
  ['hi', 'मार्च में बंदरगाह बंद हो गया'],
  ['vi', 'Cảng đã đóng cửa vào tháng ba và giá ngũ cốc tăng một phần tư so với năm trước.'],
  ['id', 'Pelabuhan ditutup pada bulan Maret dan harga gandum naik seperempat dari tahun lalu.'],
  ['und', 'Varn'],
])('%s: %s', (language, text) => {
  expect(languageOf(text, '')).toBe(language);
});

test('a translation that keeps sentences of the original', () => {
  const kept = 'The harbour was closed for the whole of the season, and the ships had to wait at the upper lock until it was open.';
  const translated = '港口在三月关闭，山谷里的磨坊主们预计会失去整个季节，因为河道要到秋天才会重新开放，谷物的价格也上涨了四分之一。';
  expect(languageOf(`${kept} ${translated}\n`.repeat(10), '')).toBe('zh');
});

test('a word in another writing decides nothing', () => {
  expect(languageOf('The paper Варн was closed in March, and the editors of it have not been paid.', '')).toBe('en');
});
