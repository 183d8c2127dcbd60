// Evaluated in the page, with a selector: of each element with data-key the key and what its data-field cells show.
([selector]) => [...document.querySelectorAll(selector)].map(row => ({ key: row.dataset.key ?? '',
  ...Object.fromEntries([...row.querySelectorAll('[data-field]')].map(cell => [cell.dataset.field, cell.innerText.trim().replace(/\s+/g, ' ')])) }))
