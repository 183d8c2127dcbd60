package org.envdisclosure.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.IVersionProvider;

/** The version from the manifest of the jar; classes run from a folder have none. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"env-disclosure " + number()};
    }

    static String number() {
        @Nullable String inManifest = BuildVersion.class.getPackage().getImplementationVersion();
        return inManifest == null ? "unpackaged" : inManifest;
    }
}
