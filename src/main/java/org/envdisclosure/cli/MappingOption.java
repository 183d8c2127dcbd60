package org.envdisclosure.cli;

import java.io.IOException;
import java.nio.file.Path;

import org.envdisclosure.cli.mapping.BadMapping;
import org.envdisclosure.cli.mapping.Mapping;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** A mapping that files go through on their way. */
final class MappingOption {

    @Option(names = "--mapping", paramLabel = "FILE",
            description = "A mapping file (JSON): how records of another form become rows of the dataset's own columns.")
    @Nullable Path file;

    boolean isGiven() {
        return file != null;
    }

    /**
     * The mapping; null when none is given.
     *
     * @throws IllegalArgumentException when it cannot be had or meant, or is for another dataset, in words for the operator
     */
    @Nullable Mapping read(String dataset) {
        if (file == null) {
            return null;
        }
        try {
            Mapping mapping = Mapping.read(file);
            if (!mapping.dataset().equals(dataset)) {
                throw new BadMapping("/dataset", "is '%s', and --dataset is '%s'".formatted(mapping.dataset(), dataset));
            }
            return mapping;
        } catch (BadMapping wrong) {
            throw new IllegalArgumentException("--mapping " + Printable.line(file + ": " + wrong.getMessage()), wrong);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("--mapping " + FileTrouble.words(file, unreadable), unreadable);
        }
    }
}
