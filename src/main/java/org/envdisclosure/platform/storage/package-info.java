/**
 * Upkeep of what grows with time: the year that comes, compression, statistics, retention. How tables are stored is told in one place,
 * the platform's migration {@code storage_by_time}, for plain PostgreSQL and for TimescaleDB.
 */
@NullMarked
package org.envdisclosure.platform.storage;

import org.jspecify.annotations.NullMarked;
