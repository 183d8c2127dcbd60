/** API keys: who may write. Only a hash of a key is kept. */
@NullMarked
package org.envdisclosure.platform.access;

import org.jspecify.annotations.NullMarked;
