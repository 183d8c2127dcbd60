/** Event streams: who reads is told of new revisions as they come, by one follower of the database for all. */
@NullMarked
package org.envdisclosure.platform.stream;

import org.jspecify.annotations.NullMarked;
