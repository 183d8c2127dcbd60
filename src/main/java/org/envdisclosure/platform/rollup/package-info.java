/**
 * What rests on other rows and is computed later: hours to days, days to months. A change leaves the bucket it touches in a durable
 * queue, in its own transaction; workers on every replica drain it. A dataset says how a bucket is computed, nothing else.
 */
@NullMarked
package org.envdisclosure.platform.rollup;

import org.jspecify.annotations.NullMarked;
