package org.envdisclosure.platform.export;

/**
 * A cursor over a {@code text[]} of one dimension without nulls, as PostgreSQL prints it: {@code {PM2.5,"with \"quotes\""}}. Anything
 * else is an {@link IllegalStateException}.
 */
public final class CodeList {

    private byte[] from = new byte[0];
    private int next;
    private int end;
    private int at;
    private int length;

    public void read(byte[] from, int at, int length) {
        this.from = from;
        next = at + 1;
        end = at + length - 1;
        if (from[at] != '{' || from[end] != '}') {
            throw new IllegalStateException("a list with bounds of its own");
        }
    }

    /** Goes on to the next item, which begins at {@link #at()} and has {@link #length()} bytes. */
    public boolean nextItem() {
        if (next >= end) {
            return false;
        }
        if (from[next] == '"') {
            quoted();
        } else {
            plain();
        }
        next++;
        return true;
    }

    public int at() {
        return at;
    }

    public int length() {
        return length;
    }

    private void plain() {
        at = next;
        while (next < end && from[next] != ',') {
            next++;
        }
        length = next - at;
        boolean isNull = length == 4 && (from[at] | 0x20) == 'n' && (from[at + 1] | 0x20) == 'u' && (from[at + 2] | 0x20) == 'l' && (from[at + 3] | 0x20) == 'l';
        if (isNull || from[at] == '{') {
            throw new IllegalStateException("a list with a null or a list in it");
        }
    }

    private void quoted() {
        at = ++next;
        int to = at;
        while (from[next] != '"') {
            if (from[next] == '\\') {
                next++;
            }
            from[to++] = from[next++];
        }
        next++;
        length = to - at;
    }
}
