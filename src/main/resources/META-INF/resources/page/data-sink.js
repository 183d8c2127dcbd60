// Where a download goes: straight into a file where the browser lets a page write one, else into memory up to a bound.
import { save } from './dom.js';
import { say } from './language.js';

/** More than this a page does not hold; the browser's own download has no such bound. */
export const MEMORY_BOUND = 512e6;
const SPILL = 16e6;

export const writesFiles = () => typeof window.showSaveFilePicker === 'function';

/** Nothing was chosen: no failure. */
export class NotChosen extends Error {}

export class TooLarge extends Error {
  constructor() {
    super(say('超过 512 MB，本页不再保存；请用“由浏览器下载”或 curl。', 'More than 512 MB, which this page does not keep; use “download by the browser” or curl.'));
  }
}

/** A file the reader chose. What was there stays until close(): a broken download leaves no half file. */
async function fileSink(name) {
  let handle;
  try {
    handle = await window.showSaveFilePicker({ suggestedName: name });
  } catch (failure) {
    throw failure.name === 'AbortError' ? new NotChosen() : failure;
  }
  const isNew = (await handle.getFile()).size === 0; // choosing a new name makes an empty file
  const writable = await handle.createWritable();
  return {
    write: bytes => writable.write(bytes),
    close: () => writable.close(),
    abort: async () => {
      await writable.abort();
      if (isNew) {
        await handle.remove?.();
      }
    },
  };
}

/** In memory; every 16 MB become a Blob, which browsers move to the disk. */
function memorySink(name) {
  let blobs = [];
  let pieces = [];
  let held = 0;
  let whole = 0;
  return {
    async write(bytes) {
      pieces.push(bytes);
      held += bytes.length;
      whole += bytes.length;
      if (whole > MEMORY_BOUND) {
        throw new TooLarge();
      }
      if (held > SPILL) {
        blobs.push(new Blob(pieces));
        pieces = [];
        held = 0;
      }
    },
    async close(type) { save(new Blob([...blobs, ...pieces], { type }), name); },
    async abort() { blobs = pieces = []; },
  };
}

/** Must be called first thing in the click: the browser asks for a file only then. */
export function sink(name) {
  return writesFiles() ? fileSink(name) : Promise.resolve(memorySink(name));
}
