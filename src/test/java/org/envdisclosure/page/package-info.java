/** The built-in page in a real browser, on the packaged jar with its sample data: what a reader sees, not what a function returns. */
@NullMarked
package org.envdisclosure.page;

import org.jspecify.annotations.NullMarked;
