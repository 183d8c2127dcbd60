package org.envdisclosure.platform.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key that was given out. The key itself is not kept, only its SHA-256: it holds 256 random bits, so a slow hash adds nothing. */
@Entity
@Table(name = "api_key")
public class ApiKey {

    @Id
    public UUID id = new UUID(0, 0);

    /** Who has it, in the words of whoever made it. */
    public String name = "";

    /** {@code ingest} or {@code admin}. */
    public String role = "";

    /** The beginning of the key, to tell keys apart in a list. */
    public String prefix = "";

    public String hash = "";

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    /** To about a minute. */
    @Column(name = "last_used_at")
    public @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at")
    public @Nullable Instant revokedAt;

    @Version
    public int version;
}
