/** Problems by RFC 9457: a fixed list of types, each with a page that explains it. */
@NullMarked
package org.envdisclosure.platform.problem;

import org.jspecify.annotations.NullMarked;
