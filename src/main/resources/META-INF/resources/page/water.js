// Surface water: all sections, or with ?section= one of them. What the other view needs is not loaded.
import { shell } from './shell.js';

const view = new URLSearchParams(location.search).get('section') ? 'one' : 'all';
shell('地表水', 'Surface water');
// what is there only when there is something in it shows itself
document.querySelectorAll('[data-view]').forEach(part => { part.hidden = part.dataset.view !== view || 'whenAny' in part.dataset; });
(await import(view === 'one' ? './water-one.js' : './water-all.js')).begin();
