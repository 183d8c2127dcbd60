/** Live views: pictures of cameras at air quality stations, masked before they are kept, taken down with a reason, kept for a while. */
@NullMarked
package org.envdisclosure.air.photo;

import org.jspecify.annotations.NullMarked;
