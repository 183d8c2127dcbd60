/** HTTP, once for all datasets: parameters, formats, validators, limits, keys, problems. */
@NullMarked
package org.envdisclosure.platform.web;

import org.jspecify.annotations.NullMarked;
