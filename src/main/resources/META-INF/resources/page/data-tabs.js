// Tabs by the pattern of the ARIA Authoring Practices: one stop for Tab, arrows go round, Home and End to the ends.
import { h } from './dom.js';

let made = 0;

/** tabs: [{name, panel}]; `label` names the list. */
export function tabs(label, entries) {
  const group = `tabs-${++made}`;
  const heads = entries.map((one, index) => h('button', { type: 'button', role: 'tab', id: `${group}-${index}`, 'aria-controls': `${group}-panel-${index}`,
    onclick: () => choose(index) }, one.name));
  const panels = entries.map((one, index) => h('div', { role: 'tabpanel', id: `${group}-panel-${index}`, 'aria-labelledby': `${group}-${index}`, class: 'tab-panel' }, one.panel));

  function choose(chosen, focus = false) {
    heads.forEach((head, index) => {
      head.setAttribute('aria-selected', index === chosen);
      head.tabIndex = index === chosen ? 0 : -1;
      panels[index].hidden = index !== chosen;
    });
    if (focus) {
      heads[chosen].focus();
    }
  }

  function moved(event) {
    const at = heads.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: heads.length - 1 }[event.key];
    if (to !== undefined && at >= 0) {
      event.preventDefault();
      choose((to + heads.length) % heads.length, true);
    }
  }

  choose(0);
  return h('div', { class: 'tabs' }, h('div', { role: 'tablist', 'aria-label': label, onkeydown: moved }, heads), panels);
}
