@NullMarked
package org.envdisclosure.platform.export;

import org.jspecify.annotations.NullMarked;
