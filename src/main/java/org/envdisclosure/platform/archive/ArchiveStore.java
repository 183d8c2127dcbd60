package org.envdisclosure.platform.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.envdisclosure.platform.file.ArrivingFile;

/** The files below {@code ENVD_DATA_DIR/archives}, in a folder for each dataset. Replicas share it; everything that changes it is one rename. */
@ApplicationScoped
public class ArchiveStore {

    private final Path folder;

    ArchiveStore(@ConfigProperty(name = "envd.data-dir", defaultValue = "data") String data) {
        this.folder = Path.of(data, "archives").toAbsolutePath();
    }

    /** Where the file of a dataset is, or would be. */
    public Path path(String dataset, String file) {
        return folder.resolve(dataset).resolve(file);
    }

    ArrivingFile arriving(String dataset, String name) throws IOException {
        return ArrivingFile.in(folder.resolve(dataset), name);
    }

    /** Every file, of those on their way too. */
    Stream<Path> files(String dataset) throws IOException {
        Path own = folder.resolve(dataset);
        return Files.isDirectory(own) ? Files.list(own) : Stream.of();
    }
}
