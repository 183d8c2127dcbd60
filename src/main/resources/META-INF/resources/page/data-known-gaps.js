// What is missing in a dataset as far as it is known, and what an empty cell of it means. The wording follows docs/datasets.
import { h } from './dom.js';
import { linked, say } from './language.js';

const FROM_HOURS = /^air-(latest|daily|monthly|annual|cities-.*)$/;
const COMPLETENESS = /^air-completeness/;

const link = (id, zh, en) => h('a', { href: linked(`/data/?dataset=${id}`) }, say(zh, en));

/** Where the rate of a dataset is told that is not counted here, or that there is none. */
export function rateElsewhere(dataset) {
  if (COMPLETENESS.test(dataset.id)) {
    return h('p', {}, say('本数据集就是有效数据率与缺口，由小时数据统计。', 'This dataset is the valid-data rate and the gaps, counted from the hours.'));
  }
  if (FROM_HOURS.test(dataset.id)) {
    return h('p', {}, say('由小时数据得出，有效数据率与缺口按小时统计，见', 'Made from hours, by which the valid-data rate and gaps are counted: see '),
      h('a', { href: linked('/data/?dataset=air-hourly#h-gaps') }, say('环境空气小时数据', 'the hourly data')), say('与', ' and '),
      link('air-completeness', '有效数据率与缺口', 'valid-data rate and gaps'), say('。', '.'));
  }
  return h('p', { 'data-field': 'no-rate' }, say('本数据集不计算有效数据率。', 'No valid-data rate is computed for this dataset.'));
}

/** What an empty cell or a row that is not there means, by the first that fits. */
const EMPTY = [
  [/^air-(hourly|latest|cities-hourly|cities-latest)$/, '没有收到的小时没有行；有行而没有有效值的项目为空，原因在 flags。', 'An hour that was not received has no row; an item without a valid value in its row is empty, with the reason in flags.'],
  [/^air-(cities-)?daily$/, '值为空时 flags 说明原因：insufficient＝有效小时不足，missing＝没有有效小时，not_monitored＝不监测。', 'Where a value is empty flags says why: insufficient, some hours valid but too few; missing, none valid; not_monitored, not measured.'],
  [/^air-(cities-)?(monthly|quarterly|annual)$/, '六项中有一项的有效天数不足时 valid 为 false，统计值仅供参考，没有指数。', 'Where one of the six has too few valid days valid is false: the figures stand for reference, without an index.'],
  [/^air-cities-rankings$/, '当月没有综合指数的城市没有名次。', 'A city without a composite index of the month has no place.'],
  [COMPLETENESS, '首个小时之前没有行；点位在用而整月没有数据时，有效率为 0，整月为一处缺口。', 'There is no row before the first hour; a month without data while the station is in service has the rate 0 and is one gap.'],
  [/^air-forecasts-(verification|scores)$/, '当日没有 AQI 时不能检验：有行，结果为空。', 'A day without an AQI verifies nothing: its row stands with empty results.'],
  [/^air-forecasts$/, '没有发布的预报没有行。是否每天按时发布、覆盖未来三天，本服务不作判断。', 'A forecast that was not issued has no row. Whether an issuer foretells the next three days in time is not judged.'],
  [/^air-photos$/, '没有收到的图片没有行；已过保存期的只有行，expired_at 说明何时；已撤下的只公开编号、键、时间与理由。', 'A picture that was not received has no row; one past its retention has its row alone, with expired_at; of one taken down only id, key, time and reason are public.'],
  [/^air-alerts$/, '没有预警就没有行；没有报送的内容为空。', 'Without a warning there is no row; what was not sent is empty.'],
  [/^water-(readings|latest)$/, '没有收到的一次采样没有行。站点维护或停运时各值带有标记而不评类别，它报送的零不作为值；五项中缺一项即没有类别（water_class:insufficient）。',
    'A sampling that was not received has no row. What a station under maintenance or out of operation sends is flagged and not classed, and its zeros are no values; with one of the five items missing there is no class (water_class:insufficient).'],
  [/^water-samples$/, '为空而没有标记的项目没有要求监测；missing＝应有而没有，not_monitored＝不监测；未检出时值为检出限。', 'An item that is empty without a flag was not asked for; missing: it should be there, not_monitored: not measured. Below detection the limit is the value.'],
  [/^water-assessments$/, '断面当月没有数据而同一水体的其他断面有数据时，有行而没有类别（water_class:missing）；所需项目不全时没有类别（water_class:insufficient），缺的项目在 missing_items。',
    'A section without data in a month in which others of its water have some has a row without a class (water_class:missing); with an item missing that the method needs there is no class (water_class:insufficient), and missing_items names it.'],
  [/^water-station-states$/, '只有来源说明维护、停运，或只列站名而没有采样的日子才有行；没有行不表示运行正常。', 'Only days have a row on which a feed says that a station is maintained or stopped, or names it without a sampling; that there is none does not say that it ran.'],
  [/^sources-monitoring$/, '没有报送的结果没有行。报送“未监测”的有行而没有值，理由在 not_monitored_reason；valid 为 false 的结果存疑或有标记，可以读到但不判定。',
    'A result that was not sent has no row. One sent as not monitored has a row without a value, with its reason in not_monitored_reason; where valid is false the result is doubtful or marked: it can be read and is not judged.'],
  [/^supervision-records$/, '为空的列没有报送，或不属于这一种类；已撤回的记录只公开编号、公开时刻、撤回时刻与理由。', 'An empty column was not sent, or belongs to another kind; of a record that was withdrawn only id, time of publication, time and reason of the withdrawal are public.'],
  [/^(sources|sources-outlets|sources-limits|water-sections|air-stations)$/, '登记中没有填写的为空。', 'What an entry of the register leaves out is empty.'],
];

const WATERBODY = ['国家数据不区分河流与湖库；未在登记中填写的断面按河流评价。', 'The national feed does not tell lakes from rivers; a section of which the register does not say it is judged as a river.'];

/** Which gaps are known of which datasets. */
const KNOWN = [
  [/^air-(stations|cities-)/, '由国家数据登记的点位起始日期不详：自其首个小时当日起计入城市；停用后，在登记中填写终止日期之前仍然计入。',
    'The start of a station that a feed has registered is not known: it counts in its city from the day of its first hour, and after its end until the register says so.'],
  [/^air-stations$/, '国家数据没有对照点标记、城市以下的区划代码与日期。', 'The register of the national feed lacks the marks of background points, division codes below the city, and dates.'],
  [/^air-(hourly|latest)$/, '负值不采用：为空并标记 negative，原文保留；略低于零的值是否应记为零，没有查到规定。', 'A value below zero is not used: empty with the flag negative, its text kept; whether a slightly negative one should be read as zero was not found settled.'],
  [/^water-(sections|readings|latest|assessments)$/, ...WATERBODY],
  [/^water-(readings|assessments)$/, '国家数据 2020-05-08 与 2020-05-09 的文件中有五十次采样的日期在其后几个月，几乎都是已停运的站点；按前一年收录。',
    'Fifty samplings in the files of the national feed of 2020-05-08 and 2020-05-09 carry dates of the coming months, nearly all of stations that had stopped; they are read as of the year before.',
    dataset => Boolean(dataset.from) && dataset.from.slice(0, 10) <= '2020-05-09'],
  [/^water-assessments$/, '整条河流与流域都没有数据的月份没有行，没有样品的饮用水水源也没有。', 'A month in which a whole river and basin is silent has no rows, nor has one of a source of drinking water without samples.'],
  [/^water-assessments$/, '当月、当季、当年按已有数据评价，随数据修订。', 'The running month, quarter and year are assessed from what there is, and revised with the data.'],
  [/^water-assessments$/, '均值全为未检出时按检出限的一半判定，即使它高于类别限值。', 'A mean of nothing but values below detection is judged at half the limit of detection, even where that is above the limit of the class.'],
  [/^water-(samples|assessments)$/, 'GB 3838-2002 表 3 的 80 项与地下水水源不在其中。', 'The 80 items of GB 3838-2002, table 3, and groundwater sources are not covered.'],
  [/^sources-monitoring$/, '本服务不计算折算值：限值按折算值判定而没有报送折算值的结果不判定（corrected_value:insufficient）。', 'Corrected values are never computed here: a result without one under a limit of corrected values is not judged (corrected_value:insufficient).'],
  [/^sources-monitoring$/, '没有查到标记规则（公告 2022 年第 21 号）的代码表；标记的用词及其对结果的作用由本服务自定。', 'The code table of the marking rule (公告2022年第21号) was not found; the words of the marks and what they do to a result are this service’s own.'],
  [/^(sources|sources-outlets)$/, '位置敏感的污染源只公开约略坐标，或不公开坐标。', 'Of a source whose place is sensitive only rounded coordinates are published, or none.'],
  [/^supervision-records$/, '内容可能含个人信息的记录，在审核决定之前不公开，或只公开先前的内容。', 'A record that may hold personal data is not public until it has been reviewed, or stands as it was before.'],
  [/^supervision-records$/, '污染源可能尚未登记；公示期是否足够，本服务不核对。', 'The source of a record may not be in the register yet; whether a notice period was long enough is not checked.'],
];

function flagList(columns) {
  const words = columns.find(one => one.name === 'flags')?.words ?? [];
  return words.length === 0 ? null : h('details', {}, h('summary', {}, say('标记（flags）的各种原因', 'The reasons in flags')),
    h('dl', { class: 'words' }, words.map(one => [h('dt', {}, h('code', {}, one.value)), h('dd', {}, one.about ?? '')])));
}

/** What an empty cell means, the reasons flags tell, and the gaps that are known. */
export function knownGaps(dataset, columns) {
  const meaning = EMPTY.find(([ids]) => ids.test(dataset.id));
  const known = KNOWN.filter(([ids, , , holds = () => true]) => ids.test(dataset.id) && holds(dataset));
  return [
    meaning ? h('p', { 'data-field': 'empty' }, say(meaning[1], meaning[2])) : null,
    flagList(columns),
    h('h3', {}, say('已知缺口', 'Known gaps')),
    known.length ? h('ul', { 'data-field': 'known-gaps' }, known.map(([, zh, en]) => h('li', {}, say(zh, en))))
      : h('p', {}, say('没有其他已知的缺口。', 'No other gap is known.')),
  ];
}
