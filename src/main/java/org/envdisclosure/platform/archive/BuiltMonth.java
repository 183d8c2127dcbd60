package org.envdisclosure.platform.archive;

import java.util.List;

/**
 * A month whose files are on disk.
 *
 * @param all    the piece of all its rows
 * @param places the pieces of its places; empty where the dataset has none
 */
record BuiltMonth(ArchiveBuild build, WrittenFile csv, WrittenFile parquet, PlacePiece all, List<PlacePiece> places) {
}
