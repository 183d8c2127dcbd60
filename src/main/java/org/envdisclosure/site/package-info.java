/** The built-in page as files over HTTP: read once at start, sent from memory. What the page shows it asks of the public API, in the browser. */
@NullMarked
package org.envdisclosure.site;

import org.jspecify.annotations.NullMarked;
