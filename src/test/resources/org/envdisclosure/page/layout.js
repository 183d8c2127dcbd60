// Evaluated in the page: what a reader would see as broken, a line each. Nothing found is an empty list.
() => {
  const found = [];
  const wide = document.scrollingElement.scrollWidth - document.documentElement.clientWidth;
  const paper = matchMedia('print').matches; // which does not scroll, and is scaled down to what is wide
  if (wide > 0 && !paper) found.push(`the page is ${wide} px wider than the window`);
  if (window.innerWidth > screen.width + 1) found.push(`the window was zoomed out to ${window.innerWidth} px`);

  const name = element => {
    const said = element.tagName.toLowerCase() + (element.id ? '#' + element.id : '')
      + [...element.classList].slice(0, 2).map(c => '.' + c).join('');
    const near = element.closest('section[data-section], header, nav, footer, main');
    return (near && near !== element ? (near.dataset?.section ?? near.tagName.toLowerCase()) + ' ' : '') + said;
  };
  const words = text => JSON.stringify(text.trim().replace(/\s+/g, ' ').slice(0, 40));
  const hides = value => value === 'hidden' || value === 'clip' || paper && value !== 'visible';

  // The part of a box that is in sight: what boxes above it cut off or scroll away is not.
  const insight = (rect, from) => {
    let box = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
    for (let above = from; above && above !== document.body; above = above.parentElement) {
      const style = getComputedStyle(above);
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
        const edge = above.getBoundingClientRect();
        box = { left: Math.max(box.left, edge.left), top: Math.max(box.top, edge.top),
          right: Math.min(box.right, edge.right), bottom: Math.min(box.bottom, edge.bottom) };
      }
      if (style.position === 'fixed') break;
    }
    return box.right - box.left > 1 && box.bottom - box.top > 1 ? box : null;
  };

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest('script, style, template, option, [hidden]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // said, not shown: a box of a pixel, or one clipped away
    let unseen = false;
    for (let above = element; above; above = above.parentElement) {
      const style = getComputedStyle(above);
      if (style.clipPath === 'inset(50%)' || style.clip === 'rect(0px, 0px, 0px, 0px)' || (above.clientWidth === 1 && above.clientHeight === 1)) unseen = true;
    }
    if (unseen) continue;

    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      // 1: cut by a box that neither scrolls nor shows what sticks out of it
      for (let above = element; above && above !== document.documentElement; above = above.parentElement) {
        const style = getComputedStyle(above);
        if (!paper && ['auto', 'scroll'].includes(style.overflowX)) break;
        const edge = above.getBoundingClientRect();
        if (hides(style.overflowX) && (rect.right > edge.right + 1 || rect.left < edge.left - 1)) {
          found.push(`cut sideways by ${name(above)}: ${words(node.data)}`);
          break;
        }
        if (hides(style.overflowY) && rect.height / 2 > 4 && rect.bottom - rect.height / 4 > edge.bottom + 1) {
          found.push(`cut below by ${name(above)}: ${words(node.data)}`);
          break;
        }
        if (style.position === 'fixed') break;
      }
      // 2: for the comparison of each with each
      const box = insight(rect, element);
      if (box) texts.push({ node, element, box });
    }
  }

  const layer = element => { for (let e = element; e; e = e.parentElement) if (['fixed', 'sticky'].includes(getComputedStyle(e).position)) return e; return null; };
  const layers = new Map();
  const layerOf = element => { if (!layers.has(element)) layers.set(element, layer(element)); return layers.get(element); };
  const told = new Set();
  texts.sort((a, b) => a.box.top - b.box.top);
  for (let i = 0; i < texts.length; i++) {
    for (let j = i + 1; j < texts.length && texts[j].box.top < texts[i].box.bottom - 3; j++) {
      const [a, b] = [texts[i], texts[j]];
      if (a.node === b.node) continue;
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // line boxes of CJK and Latin type overlap a little by their nature
      const lower = Math.min(a.box.bottom - a.box.top, b.box.bottom - b.box.top);
      if (across > 2 && down > lower * 0.35 && layerOf(a.element) === layerOf(b.element)) {
        const line = `over each other in ${name(a.element)}: ${words(a.node.data)} and ${words(b.node.data)}`;
        if (!told.has(line)) { told.add(line); found.push(line); }
      }
    }
  }
  return found;
}
