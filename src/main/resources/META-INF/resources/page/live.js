// New data as it is published, by server-sent events; the browser comes back by itself where it was left (Last-Event-ID).
import { BASE, newest } from './api.js';
import { say } from './language.js';

const LOOK_AGAIN = 5 * 60_000;
/** Several revisions in a burst are one look. */
const SETTLED = 1_000; // until then every replica knows of it
/** While batch follows batch, a look so often. */
const BETWEEN_LOOKS = 5_000;
const AFTER_REFUSAL = 30_000;

/** Said once when it changes, not at every attempt. */
function status(connected) {
  const text = connected ? say('实时更新中', 'Updates live') : say('实时更新已断开，正在重连', 'Live updates interrupted, reconnecting');
  document.querySelectorAll('[data-live]').forEach(element => {
    element.dataset.live = connected ? 'on' : 'off';
    if (element.textContent !== text) {
      element.textContent = text;
    }
  });
}

/** The stream of one page: it goes on where it was left, and holds no connection while nobody looks, for a browser has few to a host. */
class Line {
  constructor(datasets, told) {
    this.url = `${BASE}/stream?dataset=${datasets.join(',')}`;
    this.told = told;
    this.last = null;
    this.refused = false;
    this.source = null;
    this.again = null;
  }

  open() {
    this.close();
    this.source = new EventSource(this.last ? `${this.url}&last_event_id=${encodeURIComponent(this.last)}` : this.url);
    this.source.addEventListener('open', () => status(true));
    this.source.addEventListener('state', event => { this.last = event.lastEventId; this.began(JSON.parse(event.data)); });
    this.source.addEventListener('revision', event => { this.last = event.lastEventId; this.told(); });
    this.source.addEventListener('error', () => this.failed());
  }

  /** What was published between the page's questions and the beginning of the stream, or while it was refused, is told by nothing else. */
  began({ datasets }) {
    if (this.refused || Object.entries(datasets).some(([dataset, { revision }]) => newest.has(dataset) && newest.get(dataset) < revision)) {
      this.told();
    }
    this.refused = false;
  }

  failed() {
    status(false);
    if (this.source.readyState === EventSource.CLOSED) { // refused: it does not come back by itself
      this.last = null; // perhaps what was refused
      this.refused = true;
      clearTimeout(this.again);
      this.again = setTimeout(() => this.open(), AFTER_REFUSAL);
    }
  }

  close() {
    clearTimeout(this.again);
    this.source?.close();
  }
}

/** Calls `changed` when one of the datasets has a new revision; where no events come, every five minutes. Only while the page can be seen. */
export function follow(datasets, changed) {
  let waiting = null;
  let looked = 0;
  const look = () => { waiting = null; looked = Date.now(); changed(); };
  const soon = () => { waiting ??= setTimeout(look, Math.max(SETTLED, looked + BETWEEN_LOOKS - Date.now())); };
  const line = new Line(datasets, soon);
  const seen = () => document.hidden ? line.close() : (line.open(), soon());
  if (!document.hidden) {
    line.open();
  }
  document.addEventListener('visibilitychange', seen);
  setInterval(() => { if (!document.hidden) { soon(); } }, LOOK_AGAIN);
  addEventListener('online', soon);
}
