// The language of the page: ?lang=zh|en, then what was chosen before, then the browser's. Every text stands where it is used, in both.
const LANGUAGES = ['zh', 'en'];

function remembered() {
  try {
    return localStorage.getItem('lang');
  } catch {
    return null; // storage is switched off, as in a frame of another site
  }
}

function chosen() {
  const asked = new URLSearchParams(location.search).get('lang');
  if (LANGUAGES.includes(asked)) {
    return asked;
  }
  const before = remembered();
  return LANGUAGES.includes(before) ? before : navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export const language = chosen();
export const other = language === 'zh' ? 'en' : 'zh';

/** The text in the language of the page. */
export function say(zh, en) {
  return language === 'zh' ? zh : en;
}

/** Of a row with columns like category_zh and category_en the one to show; the other where it is empty. */
export function worded(row, column) {
  return row[`${column}_${language}`] ?? row[`${column}_${other}`] ?? null;
}

/** Of a row with name and perhaps name_en. */
export function named(row) {
  return (language === 'en' && row.name_en) || row.name;
}

/** A title like {"zh": …, "en": …}. */
export function titled(title) {
  return title?.[language] ?? title?.[other] ?? '';
}

/** The language is kept for the next visit only when somebody chose it. */
export function remember() {
  try {
    if (new URLSearchParams(location.search).has('lang')) {
      localStorage.setItem('lang', language);
    }
  } catch {
    // nothing to keep it in: the address still says it
  }
}

/** A page of this site in the same language; the language is in the address only where the address of this page has it. */
export function linked(path) {
  const asked = new URLSearchParams(location.search).get('lang');
  if (!asked) {
    return path;
  }
  const url = new URL(path, location.origin);
  url.searchParams.set('lang', language);
  return url.pathname + url.search + url.hash;
}

/** Puts the texts of the page's HTML (data-zh, data-en) into its language. */
export function translate(root = document) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const element of root.querySelectorAll('[data-zh]')) {
    element.textContent = element.dataset[language];
  }
  for (const element of root.querySelectorAll('[data-zh-label]')) {
    element.setAttribute('aria-label', element.dataset[language + 'Label']);
  }
}

const CHINESE = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}/gu;
const count = (text, letters) => text.match(letters)?.length ?? 0;

/** Texts of the data that are Chinese on an English page say so, for who hears them read (WCAG 2.2, 3.1.2). */
export function marked(part) {
  if (language === 'zh') {
    return;
  }
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const of = texts.currentNode.parentElement;
    const chinese = count(texts.currentNode.data, CHINESE);
    if (chinese > 0 && of.childNodes.length === 1 && !of.lang && chinese > count(texts.currentNode.data, LATIN)) {
      of.lang = 'zh-CN';
    }
  }
}
