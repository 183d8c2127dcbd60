package org.envdisclosure.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keys that were good a short while ago, by their hash. Opens nothing: only tells one client from another before its key is checked. */
@ApplicationScoped
public class RecentKeys {

    /** Longer than the pause between two files of an hourly feed's retry, shorter than anybody waits for a revoked key to be a stranger again. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Cache<String, Boolean> hashes = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /** A name for the holder of {@code secret}, or null when there is no key or not one that was found good lately. */
    public @Nullable String recognise(@Nullable String secret) {
        if (secret == null) {
            return null;
        }
        String hash = SecretText.hash(secret);
        return hashes.getIfPresent(hash) == null ? null : hash;
    }

    void note(String secret, boolean good) {
        if (good) {
            hashes.put(SecretText.hash(secret), true);
        } else {
            hashes.invalidate(SecretText.hash(secret));
        }
    }
}
