// Text to take along: a block that scrolls inside, and a button that copies it.
import { h } from './dom.js';
import { say } from './language.js';

async function copied(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return say('已复制', 'Copied');
  } catch {
    getSelection().selectAllChildren(shown); // no clipboard without HTTPS: then the reader's own keys do it
    return say('已选中，请按 Ctrl+C', 'Selected: press Ctrl+C');
  }
}

/** A button that copies `text()`; `shown` is selected where there is no clipboard. `what` names it for a screen reader. */
export function copyButton(text, shown, what) {
  const told = h('span', { role: 'status', class: 'small' });
  const button = h('button', { type: 'button', class: 'quiet', onclick: async () => {
    told.textContent = await copied(text(), shown());
    setTimeout(() => { told.textContent = ''; }, 4000);
  } }, say('复制', 'Copy'), h('span', { class: 'unseen' }, ` ${what}`));
  return h('span', { class: 'row' }, button, told);
}

/** A block of code with its copy button; `set(text)` changes it. */
export function codeBlock(what, text = '', field = null) {
  const code = h('code', { 'data-field': field }, text);
  const scroll = h('pre', { tabindex: 0, role: 'region', 'aria-label': what }, code);
  return {
    element: h('div', { class: 'code-block' }, scroll, copyButton(() => code.textContent, () => code, what)),
    set(changed) { code.textContent = changed; },
  };
}
