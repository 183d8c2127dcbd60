package org.envdisclosure.platform.access;

/** Lets tests of other rooms play the key check. */
public final class KnownKey {

    private KnownKey() {
    }

    public static void note(RecentKeys keys, String secret, boolean good) {
        keys.note(secret, good);
    }
}
