// Elements from what the API says, as text always: nothing it answers is ever read as HTML.

const SVG = 'http://www.w3.org/2000/svg';

function attribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (name.startsWith('on')) {
    element.addEventListener(name.slice(2), value);
  } else if (name === 'style') {
    Object.entries(value).forEach(([property, set]) => element.style.setProperty(property, set)); // by the object model, which the content policy allows
  } else {
    element.setAttribute(name, value === true ? '' : value);
  }
}

function made(element, tag, attributes, children) {
  Object.entries(attributes ?? {}).forEach(([name, value]) => attribute(element, name, value));
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** h('td', {class: 'number', 'data-field': 'aqi'}, '52'); on… attributes are listeners, null leaves out, children may be lists. */
export function h(tag, attributes, ...children) {
  return made(document.createElement(tag), tag, attributes, children);
}

/** The same for SVG. */
export function s(tag, attributes, ...children) {
  return made(document.createElementNS(SVG, tag), tag, attributes, children);
}

/** Texts with elements between, in the order of the page's language: joined(['a', node], ', '). */
export function joined(parts, separator) {
  return parts.flatMap((part, index) => index === 0 ? [part] : [separator, part]);
}

/** Hands a made thing to the reader as a file. */
export function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = h('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
