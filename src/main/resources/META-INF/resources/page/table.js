// Tables that can be sorted by a click or Enter on a column's head, with what a screen reader needs to follow.
import { h } from './dom.js';
import { marked as inItsLanguage, say } from './language.js';

const collator = new Intl.Collator(undefined, { numeric: true }); // made once: a comparison with options makes one each time

function compared(one, other) {
  if (one === null || one === undefined || other === null || other === undefined) {
    return (one ?? null) === (other ?? null) ? 0 : (one ?? null) === null ? 1 : -1; // nothing comes last, whichever way
  }
  return typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(String(one), String(other));
}

function cell(column, row) {
  const shown = column.cell ? column.cell(row) : row[column.field];
  const value = column.value ? column.value(row) : row[column.field];
  const kind = column.head ? 'th' : 'td';
  return h(kind, { scope: column.head ? 'row' : null, class: column.number ? 'number' : null, 'data-field': column.field,
    'data-value': typeof value === 'number' || typeof value === 'string' ? value : null }, shown ?? '—');
}

/**
 * columns: [{field, title, number, head, sortable = true, cell(row) => node|text, value(row) => what to sort by}]
 * options: {caption, key(row), sorted: {field, down}, tall: rows before it scrolls, marked(row): the row that is meant,
 * first: as many rows as are shown until more are asked for}
 * The element has show(rows, caption), which puts other rows into it and keeps order, scroll and focus.
 */
export function table(columns, rows, { caption, key, sorted = null, tall = false, marked = () => false, first = Infinity } = {}) {
  let order = sorted;
  let given = rows;
  let seen = first;
  let lines = new Map(); // made when they are first seen, then only moved
  const body = h('tbody');
  const heads = columns.map(column => h('th', { scope: 'col', class: column.number ? 'number' : null },
    column.sortable === false ? column.title : h('button', { type: 'button', class: 'sort', onclick: () => sortBy(column) }, column.title)));
  const spoken = h('p', { class: 'unseen', role: 'status' });

  function lineOf(row) {
    if (!lines.has(row)) {
      lines.set(row, h('tr', { 'data-key': key ? key(row) : null, 'aria-current': marked(row) ? 'true' : null }, columns.map(one => cell(one, row))));
    }
    return lines.get(row);
  }

  function draw() {
    const column = order && columns.find(one => one.field === order.field);
    const value = column && (column.value ?? (row => row[column.field]));
    const shown = column ? [...given].sort((a, b) => {
      const by = compared(value(a), value(b));
      return order.down && value(a) != null && value(b) != null ? -by : by;
    }) : given;
    body.replaceChildren(...shown.slice(0, seen).map(lineOf));
    inItsLanguage(body);
    columns.forEach((one, index) => {
      if (column === one) {
        heads[index].setAttribute('aria-sort', order.down ? 'descending' : 'ascending');
      } else {
        heads[index].removeAttribute('aria-sort');
      }
    });
  }

  function sortBy(column) {
    order = { field: column.field, down: order?.field === column.field ? !order.down : Boolean(column.number) };
    draw();
    spoken.textContent = say(`按${column.title}${order.down ? '降序' : '升序'}排列`, `Sorted by ${column.title}, ${order.down ? 'descending' : 'ascending'}`);
  }

  /** A row's link or button that has the focus has it again, wherever the row is now. */
  function redraw() {
    const focused = body.contains(document.activeElement) ? document.activeElement.closest('tr').dataset.key : null;
    draw();
    if (focused !== null) {
      body.querySelector(`[data-key="${CSS.escape(focused)}"] :is(a, button)`)?.focus({ preventScroll: true });
    }
  }

  draw();
  // what scrolls must be reached by keyboard, and says what it is
  const region = h('div', { class: tall ? 'scroll tall' : 'scroll', tabindex: 0, role: 'region', 'aria-label': caption }, spoken,
    h('table', {}, h('caption', { class: 'unseen' }, caption), h('thead', {}, h('tr', {}, heads)), body));
  const more = first === Infinity ? null : moreOf(first, () => { seen += first; draw(); more.tell(given.length, seen); });
  const element = more ? h('div', {}, region, more) : region;
  element.show = (other, name = caption) => {
    given = other;
    lines = new Map();
    region.setAttribute('aria-label', name);
    region.querySelector('caption').textContent = name;
    redraw();
    more?.tell(given.length, seen);
  };
  more?.tell(given.length, seen);
  return element;
}

/** Thousands of rows are slow to lay out and nobody reads them through: the first ones in the order chosen, and more when they are asked for. */
function moreOf(step, ask) {
  const said = h('span', { class: 'faint small', role: 'status' });
  const line = h('div', { class: 'under' }, said, h('button', { type: 'button', class: 'quiet', onclick: ask }, say(`再显示 ${step} 行`, `Show ${step} more`)));
  line.tell = (count, seen) => {
    line.hidden = count <= step;
    line.lastChild.setAttribute('aria-disabled', String(seen >= count)); // disabled it would lose the focus
    said.textContent = seen < count ? say(`按当前排序显示前 ${seen} 行，共 ${count} 行`, `The first ${seen} of ${count} rows in this order`) : say(`共 ${count} 行`, `All ${count} rows`);
  };
  return line;
}
