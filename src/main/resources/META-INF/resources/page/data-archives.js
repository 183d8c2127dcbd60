// Files of whole months with their checksums.
import { address, get } from './api.js';
import { codeBlock, copyButton } from './data-copy.js';
import { h, save } from './dom.js';
import { bytes, number } from './format.js';
import { say } from './language.js';
import { empty } from './section.js';
import { table } from './table.js';

const nameOf = file => file.url.split('/').pop();
const sums = files => files.map(file => `${file.sha256}  ${nameOf(file)}\n`).join('');

function sum(file) {
  const shown = h('code', { class: 'sum' }, file.sha256);
  return h('span', { class: 'row' }, shown, copyButton(() => file.sha256, () => shown, `SHA-256 ${nameOf(file)}`));
}

/** All sums at once, in the form sha256sum reads. */
function check(files, id) {
  const all = h('button', { type: 'button', class: 'quiet', onclick: () => save(new Blob([sums(files)], { type: 'text/plain' }), `${id}.sha256`) }, say('全部校验和（.sha256）', 'All checksums (.sha256)'));
  const shell = codeBlock(say('核对校验和', 'Check the sum'), `sha256sum --check --ignore-missing ${id}.sha256\n`);
  return [h('h3', {}, say('核对下载的文件', 'Check what was downloaded')),
    h('p', { class: 'small' }, say('把校验和文件与下载的文件放在同一文件夹，再运行下面的命令；macOS 用 shasum -a 256 --check，Windows 用 certutil -hashfile 文件名 SHA256 后比对。',
      'Put the file of checksums beside the downloaded files and run the command below; on macOS shasum -a 256 --check, on Windows compare with certutil -hashfile FILE SHA256.')),
    h('p', {}, all), shell.element];
}

export async function archives(dataset) {
  const { data } = await get('/archives', { dataset: dataset.id });
  if (data.length === 0) {
    return empty('这个数据集没有整月的归档文件。', 'There are no files of whole months of this dataset.');
  }
  return [
    table([
      { field: 'month', title: say('月份', 'Month'), head: true },
      { field: 'format', title: say('格式', 'Format'), cell: row => h('a', { href: row.url, download: nameOf(row) }, row.format, h('span', { class: 'unseen' }, ` ${row.month}`)) },
      { field: 'rows', title: say('行数', 'Rows'), number: true, cell: row => number(row.rows) },
      { field: 'bytes', title: say('大小', 'Size'), number: true, cell: row => bytes(row.bytes) },
      { field: 'revision', title: say('修订号', 'Revision'), number: true, cell: row => number(row.revision) },
      { field: 'sha256', title: 'SHA-256', sortable: false, cell: sum },
    ], data, { caption: say('归档文件', 'Archive files'), key: nameOf, sorted: { field: 'month', down: true }, tall: data.length > 10 }),
    ...check(data, dataset.id),
    h('p', { class: 'small' }, h('a', { href: address('/archives', { dataset: dataset.id, revisions: 'all' }) }, say('含被更正取代的旧文件（JSON）', 'Also the files corrections have superseded (JSON)'))),
  ];
}
