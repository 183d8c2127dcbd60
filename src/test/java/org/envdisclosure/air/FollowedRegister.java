package org.envdisclosure.air;

import io.quarkus.arc.Arc;

/** The follower of the register, for whoever waits until it has nothing left to follow. */
public final class FollowedRegister {

    private FollowedRegister() {
    }

    /** What it does each second, now. */
    public static void drain() {
        Arc.container().instance(RegisterFollower.class).get().drain();
    }
}
