package org.envdisclosure.site;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One state of all files of the page, the same on every replica that runs the same build. Files below {@code /page/} are asked for
 * under its name, so that a browser may keep them for ever, and never meets half of one release and half of another.
 *
 * @param hash 16 hexadecimal digits
 */
record Edition(String hash) {

    private static final String FILES = "/page/";
    private static final int BYTES = 8;
    private static final Pattern NAMED = Pattern.compile("/page/[0-9a-f]{16}/(.+)");

    static Edition of(SortedMap<String, byte[]> files) {
        MessageDigest sha = sha256();
        files.forEach((path, content) -> {
            sha.update(path.getBytes(StandardCharsets.UTF_8));
            // the length keeps apart what would read the same when strung together
            sha.update(ByteBuffer.allocate(1 + Long.BYTES).put((byte) 0).putLong(content.length).flip());
            sha.update(content);
        });
        return new Edition(HexFormat.of().formatHex(sha.digest(), 0, BYTES));
    }

    /** Of one file alone, as a name for it. */
    static String hashOf(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content), 0, BYTES);
    }

    /** A page whose references to {@code /page/} name this edition; what the files refer to from there on is relative and follows. */
    byte[] stamped(byte[] html) {
        return new String(html, StandardCharsets.UTF_8).replace("\"" + FILES, "\"" + FILES + hash + "/").getBytes(StandardCharsets.UTF_8);
    }

    /** The address of a file below {@code /page/} in this edition. */
    String address(String path) {
        return FILES + hash + path.substring(FILES.length() - 1);
    }

    static boolean isFile(String path) {
        return path.startsWith(FILES);
    }

    /** The address of a file without the edition, whichever is named; empty where none is. */
    static Optional<String> unnamed(String address) {
        Matcher named = NAMED.matcher(address);
        return named.matches() ? Optional.of(FILES + named.group(1)) : Optional.empty();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJreHasIt) {
            throw new IllegalStateException(everyJreHasIt);
        }
    }
}
