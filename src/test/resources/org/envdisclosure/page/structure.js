// Evaluated in the page, with its language and whether it stands by itself: what a reader who does not see it would miss, a line each.
([language, whole]) => {
  const found = [];
  const count = selector => document.querySelectorAll(selector).length;
  const words = element => element.innerText?.trim().replace(/\s+/g, ' ') ?? '';
  const shownWords = element => [...element.childNodes].filter(node => !node.classList?.contains('unseen') && !node.dataset?.field && !node.matches?.('select, datalist')).map(node => node.textContent).join(' ').trim();

  if (document.documentElement.lang.split('-')[0] !== language) found.push(`the page says its language is ${document.documentElement.lang}`);
  if (!document.title.trim()) found.push('the page has no title');
  if (whole) {
    for (const landmark of ['body > header', 'nav', 'main', 'footer']) if (count(landmark) !== 1) found.push(`${count(landmark)} of ${landmark}`);
    const first = document.querySelector('a[href], button, input, select');
    const skips = first?.getAttribute('href') ?? '';
    if (!skips.startsWith('#') || !document.querySelector(skips)?.matches('main, main *')) found.push(`the first link does not lead to the content but to ${skips}`);
    if (document.querySelectorAll('nav a[aria-current=page]').length !== 1) found.push(`${count('nav a[aria-current=page]')} links say that this is their page`);
  }
  const shown = [...document.querySelectorAll('h1')].filter(h => h.checkVisibility());
  if (whole && shown.length !== 1) found.push(`${shown.length} headings of the first level`);
  let level = 1;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
    if (!heading.checkVisibility()) continue;
    const own = Number(heading.tagName[1]);
    if (own > level + 1) found.push(`heading of level ${own} below one of level ${level}: ${words(heading)}`);
    level = own;
  }

  for (const section of document.querySelectorAll('[data-section]')) {
    const state = section.dataset.state;
    if (section.checkVisibility() && !['ready', 'empty'].includes(state)) found.push(`section ${section.dataset.section} is ${state}: ${words(section)}`);
  }
  for (const chart of document.querySelectorAll('.chart')) {
    if (!chart.checkVisibility()) continue;
    if (!chart.getAttribute('aria-label')) found.push('a chart without a name');
    if (!chart.closest('figure')?.querySelector('details, table')) found.push(`no table behind the chart ${chart.getAttribute('aria-label')}`);
  }
  for (const image of document.querySelectorAll('img')) {
    if (image.complete && image.naturalWidth === 0) found.push(`an image that did not come: ${image.src}`);
  }

  for (const element of document.querySelectorAll('[hidden]')) {
    if (element.checkVisibility()) found.push(`hidden, and still seen: ${words(element).slice(0, 60)}`);
  }

  const text = document.body.innerText;
  for (const slip of text.matchAll(/.{0,30}(undefined|\[object |Invalid Date|\bNaN\b|\$\{).{0,30}/g)) found.push(`not meant for readers: ${slip[0]}`);
  // the page's own words; names and texts that come with the data may be in one language only
  for (const own of document.querySelectorAll('h2, h3, dt, legend, summary, button, label, nav a, thead th, [role=status]')) {
    if (!own.checkVisibility() || own.closest('[lang]') !== document.documentElement || own.closest('[data-field]')) continue;
    const said = shownWords(own);
    if (language === 'en' && /\p{Script=Han}/u.test(said)) found.push(`not in English: <${own.tagName.toLowerCase()}> ${said.slice(0, 60)}`);
    if (language === 'zh' && own.matches('h2') && !/\p{Script=Han}/u.test(said)) found.push(`not in Chinese: <${own.tagName.toLowerCase()}> ${said.slice(0, 60)}`);
  }
  return found;
}
