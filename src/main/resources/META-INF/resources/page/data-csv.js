// CSV by RFC 4180, as the service writes it: UTF-8, \n, quotes doubled.

/** The rows of a small CSV text, each a list of cells. */
export function parsed(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let inside = false;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at++) {
    const sign = text[at];
    if (inside) {
      if (sign !== '"') {
        cell += sign;
      } else if (text[at + 1] === '"') {
        cell += text[++at];
      } else {
        inside = false;
      }
    } else if (sign === '"') {
      inside = true;
    } else if (sign === ',' || sign === '\n') {
      row.push(cell);
      cell = '';
      if (sign === '\n') {
        rows.push(row);
        row = [];
      }
    } else {
      cell += sign;
    }
  }
  return rows;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Counts rows in bytes as they pass: line feeds, of CSV only those outside quotes. The header is not counted. */
export class RowCounter {
  constructor(format) {
    this.quotes = format === 'csv';
    this.lines = 0;
    this.inside = false;
    this.last = null;
    this.header = format === 'csv' ? 1 : 0;
  }

  take(bytes) {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE && this.quotes) {
        this.inside = !this.inside; // a doubled quote toggles twice
      } else if (byte === LINE_FEED && !this.inside) {
        this.lines++;
      }
    }
    if (bytes.length > 0) {
      this.last = bytes[bytes.length - 1];
    }
  }

  get rows() {
    return Math.max(0, this.lines - this.header);
  }

  /** Whether what has come ends where a row ends. */
  get isWhole() {
    return !this.inside && (this.last === LINE_FEED || (this.last === null && this.header === 0));
  }
}
