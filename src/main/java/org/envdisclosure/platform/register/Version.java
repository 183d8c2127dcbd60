package org.envdisclosure.platform.register;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a register's entry, valid from {@link #validFrom} (inclusive) to {@link #validTo} (exclusive). An entity names the
 * column of {@link #code} by an attribute override and takes {@link Key} as its key.
 */
@MappedSuperclass
public abstract class Version {

    @Id
    public String code = "";

    @Id
    @Column(name = "valid_from")
    public LocalDate validFrom = LocalDate.EPOCH;

    @Column(name = "valid_to")
    public @Nullable LocalDate validTo;

    /** The dataset's revision that published this state. */
    public long revision;

    @Column(name = "revision_reason")
    public @Nullable String revisionReason;

    /** The batch that brought it. */
    @Column(name = "batch_id")
    public @Nullable UUID batchId;

    /** Whether it is in force on no day. */
    boolean isNeverInForce() {
        return validFrom.equals(validTo);
    }

    /** A code and the first day of the version. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        public String code = "";
        public LocalDate validFrom = LocalDate.EPOCH;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.code.equals(code) && key.validFrom.equals(validFrom);
        }

        @Override
        public int hashCode() {
            return Objects.hash(code, validFrom);
        }
    }
}
