/** Where things are: administrative divisions and what every register of sites has in common. */
@NullMarked
package org.envdisclosure.place;

import org.jspecify.annotations.NullMarked;
