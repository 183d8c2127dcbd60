package org.envdisclosure.platform.archive;

import org.envdisclosure.platform.export.GzipPieces;

/**
 * Where the rows of a place stand in a file of pieces.
 *
 * @param place  the place's code, {@link #ALL} for every row of the month
 * @param file   the file's name
 * @param extent the stretch in it
 */
record PlacePiece(String place, String file, GzipPieces.Extent extent, long rows) {

    static final String ALL = "";

    PlacePiece in(String name) {
        return new PlacePiece(place, name, extent, rows);
    }
}
