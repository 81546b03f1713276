// The rivals of the import, in their fastest documented settings, doing what the import does with the same bytes: decode,
// split, read numbers, turn names into codes, and group the values into series. None of them checks anything.
import Papa from 'papaparse';
import simple from 'csv-simple-parser';
import { inferSchema, initParser } from 'udsv';

/** From a text to the titles of its columns and its records. */
const RIVALS = {
  uDSV(text) {
    const schema = inferSchema(text);
    return [schema.cols.map(({ name }) => name), initParser(schema).stringArrs(text)];
  },
  PapaParse(text) {
    // Without quotes it takes its fast path by itself.
    const [header, ...records] = Papa.parse(text, { delimiter: ',', newline: '\n', skipEmptyLines: true }).data;
    return [header, records];
  },
  'csv-simple-parser'(text) {
    const [header, ...records] = simple(text);
    return [header, records];
  },
};

/** Codes of texts, in the order of their coming. */
class Codes {
  #codes = new Map();
  of(text) {
    let code = this.#codes.get(text);
    if (code === undefined) this.#codes.set(text, (code = this.#codes.size));
    return code;
  }
}

/** Values by what they are of; a code is no larger than 2^20. */
class Series {
  #series = new Map();
  count = 0;
  sum = 0;
  add(indicator, area, group, year, value) {
    const key = (indicator * 1048576 + area) * 64 + group;
    let series = this.#series.get(key);
    if (series === undefined) this.#series.set(key, (series = { years: [], values: [] }));
    series.years.push(year);
    series.values.push(value);
    this.count += 1;
    this.sum += value;
  }
}

function tidy(header, records, indicators, series) {
  const at = (title) => header.indexOf(title);
  const [name, place, time, sex, residence, age, number] = ['指标', '地区', '年份', '性别', '城乡', '年龄', '数值'].map(at);
  const [areas, groups] = [new Codes(), new Codes()];
  for (const record of records) {
    const indicator = indicators.get(record[name]);
    if (indicator === undefined) continue;
    const group = groups.of(record[sex] + record[residence] + record[age]);
    series.add(indicator, areas.of(record[place]), group, +record[time], +record[number]);
  }
}

function wide(header, records, indicators, series) {
  const years = header.map(Number);
  const areas = new Codes();
  for (const record of records) {
    const indicator = indicators.get(record[0]);
    if (indicator === undefined) continue;
    const area = areas.of(record[1]);
    for (let column = 2; column < record.length; column += 1) {
      series.add(indicator, area, 0, years[column], +record[column]);
    }
  }
}

/** What one of them makes of a file, with the time that it takes. */
globalThis.rival = function rival(name, bytes, { encoding, names }) {
  const start = performance.now();
  const text = new TextDecoder(encoding).decode(bytes);
  const [header, records] = RIVALS[name](text);
  const indicators = new Map(names.map((name, code) => [name, code]));
  const series = new Series();
  (header.includes('数值') ? tidy : wide)(header, records, indicators, series);
  return { time: performance.now() - start, count: series.count, sum: series.sum };
};
