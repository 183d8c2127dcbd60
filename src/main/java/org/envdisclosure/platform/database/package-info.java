/**
 * The database: found by URL or started from files in the data folder before Quarkus reads its datasources, then migrated
 * room by room. Knows no dataset.
 */
@NullMarked
package org.envdisclosure.platform.database;

import org.jspecify.annotations.NullMarked;
