package org.envdisclosure.cli.mapping;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The value that a table has for this one. */
record LookedUp(Map<String, String> table, Otherwise otherwise) implements Step.OfEach {

    /** What becomes of a value that is in no table. */
    enum Otherwise { REJECT, KEEP, EMPTY }

    @Override
    public @Nullable String of(String value) throws Refusal {
        String found = table.get(value);
        if (found == null && otherwise == Otherwise.REJECT) {
            throw new Refusal("not_in_table");
        }
        return found == null && otherwise == Otherwise.KEEP ? value : found;
    }
}
