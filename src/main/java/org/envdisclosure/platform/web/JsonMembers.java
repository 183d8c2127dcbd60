package org.envdisclosure.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction: members in the order they are named, absent ones left out. */
public final class JsonMembers {

    private final Map<String, Object> members = new LinkedHashMap<>();

    private JsonMembers() {
    }

    public static JsonMembers of(String name, Object value) {
        return new JsonMembers().with(name, value);
    }

    /** Nothing happens when {@code value} is null. */
    public JsonMembers with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    public Map<String, Object> map() {
        return members;
    }
}
