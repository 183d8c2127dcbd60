// What every page has around its own parts: language, the name of the publisher, where one is.
import { language, linked, other, remember, say, titled, translate } from './language.js';
import { pageSettings } from './api.js';

/** Leads to what the address says now, in the other language; to be called again when a page changes its address. */
export function languageLink() {
  document.querySelectorAll('[data-language-link]').forEach(link => {
    const url = new URL(location.href);
    url.searchParams.set('lang', other);
    link.href = url.pathname + url.search + url.hash;
    link.lang = other === 'zh' ? 'zh-CN' : 'en';
    link.textContent = other === 'zh' ? '中文' : 'English';
  });
}

async function publisher() {
  const settings = await pageSettings();
  if (settings.publisher) {
    document.querySelectorAll('[data-publisher]').forEach(element => { element.textContent = titled(settings.publisher); });
  }
  const contact = document.querySelector('[data-contact]');
  if (contact && settings.contact) {
    contact.textContent = say('联系：', 'Contact: ') + settings.contact;
  }
}

/** Puts the page into its language and its links with it. Title: of the page, in both. */
export function shell(zh, en) {
  remember();
  translate();
  document.title = `${say(zh, en)} · ${say('环境信息公开', 'Environmental disclosure')}`;
  languageLink();
  document.querySelectorAll('a[data-page]').forEach(link => {
    if (new URL(link.href).pathname === location.pathname) {
      link.setAttribute('aria-current', 'page');
    }
    link.href = linked(link.getAttribute('href'));
  });
  publisher();
  return language;
}
