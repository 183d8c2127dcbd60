// A table on a page that follows its data: filled again it stays, with the reader's order, scroll and focus.
import { table } from './table.js';

const made = new Map();

/** As table(), but the second time under this name the first one's rows are changed. */
export function lastingTable(name, columns, rows, options) {
  const shown = made.get(name);
  if (shown) {
    shown.show(rows);
    return shown;
  }
  made.set(name, table(columns, rows, options));
  return made.get(name);
}
