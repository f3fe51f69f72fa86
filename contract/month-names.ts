const months = [
  'january jan январь января янв 一月',
  'february feb февраль февраля фев 二月',
  'march mar март марта мар 三月',
  'april apr апрель апреля апр 四月',
  'may май мая 五月',
  'june jun июнь июня июн 六月',
  'july jul июль июля июл 七月',
  'august aug август августа авг 八月',
  'september sep sept сентябрь сентября сен сент 九月',
  'october oct октябрь октября окт 十月',
  'november nov ноябрь ноября ноя нояб 十一月',
  'december dec декабрь декабря дек 十二月',
];

const seasons = [
  'spring весна весной весны 春 春季 春天',
  'summer лето летом лета 夏 夏季 夏天',
  'autumn fall осень осенью осени 秋 秋季 秋天',
  'winter зима зимой зимы 冬 冬季 冬天',
];

/** The number of a month, from 1, by its name or the short form of it; null where no month is so called. */
export function monthNamed(name: string): string | null {
  return placeOf(months, name, 1);
}

/** The number that EDTF gives a season, 21 to 24. */
export function seasonNamed(name: string): string | null {
  return placeOf(seasons, name, 21);
}

function placeOf(names: readonly string[], name: string, first: number): string | null {
  const at = names.findIndex((those) => those.split(' ').includes(name));
  return at === -1 ? null : String(at + first);
}
