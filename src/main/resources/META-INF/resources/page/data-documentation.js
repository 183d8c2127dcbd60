// Where the API describes itself.
import { h } from './dom.js';
import { say } from './language.js';

export function documentation() {
  const row = (href, name, about) => h('li', {}, h('a', { href }, name), ' ', h('span', { class: 'faint' }, about));
  return h('ul', { class: 'data-links' },
    row('/swagger-ui', say('接口文档', 'API documentation'), say('在浏览器中查看与试用每个接口', 'every endpoint, to read and to try')),
    row('/api/v1/openapi', 'OpenAPI', say('用于生成客户端（YAML；?format=json 为 JSON）', 'to generate a client from (YAML; JSON with ?format=json)')),
    row('/api/v1/catalog', 'DCAT', say('目录，JSON-LD', 'the catalogue, JSON-LD')),
    row(`/api/v1/changes?since=${encodeURIComponent('2026-01-01')}`, say('变更', 'Changes'), say('新增、更正与撤下，按发布顺序', 'what was added, corrected and withdrawn, in the order of publication')),
    row('/api/v1/archives', say('归档', 'Archives'), say('整月文件与校验和', 'files of whole months with checksums')),
    row('/api/v1/problems', say('错误说明', 'Problems'), say('每种错误的含义与处理', 'what each error means and what to do')));
}
