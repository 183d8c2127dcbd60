// Charts by ECharts, each with the table behind it and a picture to take away. The library comes when the first chart does.
import { h, save } from './dom.js';
import { say } from './language.js';
import { table } from './table.js';

let library;
function echarts() {
  library ??= new Promise((loaded, failed) => {
    const script = h('script', { src: new URL('./vendor/echarts.js', import.meta.url).pathname });
    script.addEventListener('load', () => loaded(window.echarts));
    script.addEventListener('error', () => { library = null; failed(new Error(say('图表程序没有载入', 'The chart library did not load'))); });
    document.head.append(script);
  });
  return library;
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');
const printing = matchMedia('print');

/** The page's own colours, as they are now. */
export function ink() {
  const style = getComputedStyle(document.documentElement);
  const of = name => style.getPropertyValue(name).trim();
  return { font: getComputedStyle(document.body).fontFamily, text: of('--text'), faint: of('--faint'), line: of('--line'), surface: of('--surface'), accent: of('--accent'), series: [1, 2, 3, 4, 5, 6].map(n => of(`--series-${n}`)) };
}

function styled(option) {
  const colours = ink();
  const axis = one => ({
    axisLine: { lineStyle: { color: colours.line } }, axisTick: { lineStyle: { color: colours.line } },
    splitLine: { lineStyle: { color: colours.line, opacity: 0.5 } }, nameTextStyle: { color: colours.faint }, ...one,
    axisLabel: { color: colours.faint, hideOverlap: true, ...one.axisLabel },
  });
  const axes = part => part === undefined ? undefined : Array.isArray(part) ? part.map(axis) : axis(part);
  return {
    color: colours.series, animation: !still.matches, textStyle: { color: colours.text, fontFamily: colours.font },
    grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
    ...option,
    xAxis: axes(option.xAxis), yAxis: axes(option.yAxis),
    legend: option.legend && { type: 'scroll', top: 0, textStyle: { color: colours.text }, inactiveColor: colours.faint, ...option.legend },
    // as HTML it would need inline style, which the content policy forbids
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colours.surface, borderColor: colours.line, textStyle: { color: colours.text }, ...option.tooltip },
  };
}

/** A picture of the chart with its title below. */
function picture(chart, title) {
  const colours = ink();
  const drawn = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: colours.surface });
  const foot = 56;
  const canvas = h('canvas', { width: drawn.width, height: drawn.height + foot });
  const pen = canvas.getContext('2d');
  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawn, 0, 0);
  pen.fillStyle = colours.text;
  pen.font = `26px ${colours.font}`;
  pen.fillText(title, 16, drawn.height + 38, canvas.width - 32);
  canvas.toBlob(blob => save(blob, title.replaceAll(/[^\p{L}\p{N}.-]+/gu, '_') + '.png'), 'image/png');
}

/**
 * A figure: `title` names it, `summary` says in a sentence what it shows, `option(colours)` is ECharts' and is asked again when the
 * scheme of colours changes, `columns` and `rows` are the table behind it (see table.js). `height` in px.
 * The figure has show(other), which puts another figure of this kind into it and leaves open what is open.
 */
export function chart(first) {
  let shown = first;
  const canvas = h('div', { class: 'chart', role: 'img', style: { height: `${first.height ?? 280}px` } });
  const behind = behindOf(() => shown);
  const caption = h('figcaption', { class: 'unseen' });
  const named = h('span', { class: 'unseen' });
  const png = h('button', { type: 'button', class: 'quiet', disabled: true }, 'PNG', named);
  const drawing = drawingOn(canvas, () => shown, png);
  const figure = h('figure', { class: 'figure' }, caption, canvas, h('div', { class: 'under' }, behind.details, png));
  figure.show = other => {
    shown = other;
    caption.textContent = shown.title;
    named.textContent = say(` 下载图片：${shown.title}`, ` download as a picture: ${shown.title}`);
    canvas.setAttribute('aria-label', `${shown.title}. ${shown.summary}`);
    behind.show();
    drawing();
  };
  figure.show(first);
  return figure;
}

/** The table behind {title, columns, rows}, made when it is opened first; new rows of the same columns go into it as the reader has sorted it. */
export function behindOf(shown) {
  const details = h('details', { class: 'behind' }, h('summary', {}, say('数据表', 'As a table')));
  let made = null;
  function show() {
    if (!details.open) {
      return;
    }
    if (made?.columns === shown().columns) {
      made.element.show(shown().rows, shown().title);
    } else {
      made?.element.remove();
      made = { columns: shown().columns, element: table(shown().columns, shown().rows, { caption: shown().title, tall: true }) };
      details.append(made.element);
    }
  }
  details.addEventListener('toggle', show);
  return { details, show };
}

/** What draws the figure, also again after its element was away for a while. */
function drawingOn(canvas, shown, png) {
  let beginning = null;
  const ended = () => { beginning = null; png.disabled = true; };
  png.addEventListener('click', async () => picture((await beginning).drawn, shown().title));
  return async () => {
    beginning ??= begin(canvas, shown, ended);
    const begun = await beginning;
    if (begun) {
      begun.paint();
      png.disabled = false;
    }
  };
}

/** Where the reader has zoomed to and what is switched off in the legend, as they were left. */
function asLeft(option, left) {
  return { ...option,
    dataZoom: option.dataZoom?.map((one, index) => ({ ...one, start: left.dataZoom?.[index]?.start, end: left.dataZoom?.[index]?.end })),
    legend: option.legend && { ...option.legend, selected: left.legend?.[0]?.selected } };
}

async function begin(canvas, shown, ended) {
  let engine;
  try {
    engine = await echarts();
  } catch (failure) {
    canvas.removeAttribute('role'); // of a picture nobody is read the words in it
    canvas.replaceChildren(h('p', { class: 'nothing' }, failure.message));
    ended();
    return null;
  }
  await new Promise(placed => requestAnimationFrame(placed));
  const drawn = engine.init(canvas, null, { renderer: 'canvas' });
  canvas.setAttribute('role', 'img');
  let painted = null;
  const paint = () => {
    const { title, option } = shown();
    const next = styled(option(ink()));
    drawn.setOption(title === painted ? asLeft(next, drawn.getOption()) : next, true);
    painted = title;
  };
  const watcher = new ResizeObserver(() => canvas.isConnected ? drawn.resize() : end());
  watcher.observe(canvas);
  dark.addEventListener('change', paint);
  printing.addEventListener('change', paint);
  function end() {
    watcher.disconnect();
    dark.removeEventListener('change', paint);
    printing.removeEventListener('change', paint);
    drawn.dispose();
    ended();
  }
  return { drawn, paint };
}

/** Bands of levels behind a curve, with their words at the right end: [{from, to, color, word}]. */
export function backdrop(areas, opacity = 0.12) {
  return { silent: true, label: { show: true, position: 'insideRight', color: ink().faint, fontSize: 11 },
    data: areas.map(area => [{ name: area.word ?? '', yAxis: area.from, itemStyle: { color: area.color, opacity } }, { yAxis: area.to }]) };
}
