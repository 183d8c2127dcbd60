package org.envdisclosure.platform.archive;

import java.time.Instant;
import java.time.YearMonth;

/**
 * A month of a dataset in one file.
 *
 * @param revision the newest revision of the dataset that touched the month when it was written
 * @param layout   of the columns, see {@link ArchivedDataset#layout}
 * @param file     its name, which is that of no other content
 * @param sha256   of the file, in hexadecimal digits
 */
public record Archive(String dataset, YearMonth month, long revision, String layout, ArchiveFormat format, String file, long rows, long bytes,
                      String sha256, Instant builtAt) {

    /** Where it is to be had. */
    public String url() {
        return "/api/v1/archives/" + file;
    }
}
