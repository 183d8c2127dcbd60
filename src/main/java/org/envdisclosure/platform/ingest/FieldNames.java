package org.envdisclosure.platform.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.measure.LocalizedText;

/**
 * The field names of records, in the order received. Records with the same names share one instance, so a layout need resolve
 * its columns only when the instance changes. A CSV header may name a column twice; the names of a JSON object are unique.
 */
public final class FieldNames {

    private final List<String> names;
    private final Map<String, Integer> firstIndex;

    public FieldNames(List<String> names) {
        this.names = List.copyOf(names);
        this.firstIndex = new HashMap<>(names.size() * 2);
        for (int i = 0; i < names.size(); i++) {
            firstIndex.putIfAbsent(names.get(i), i);
        }
    }

    /** Where {@code name} stands, the first place if there are several; -1 when it is not there. */
    public int indexOf(String name) {
        return firstIndex.getOrDefault(name, -1);
    }

    public int size() {
        return names.size();
    }

    public List<String> asList() {
        return names;
    }

    /**
     * For layouts whose columns are known by name.
     *
     * @param needed what every row needs
     * @throws BrokenFraming when one of them is absent, or when a column stands twice: which of the two is meant nobody can tell
     */
    public void require(List<String> needed) throws BrokenFraming {
        List<String> absent = needed.stream().filter(name -> indexOf(name) < 0).toList();
        if (!absent.isEmpty()) {
            throw new BrokenFraming("missing_column", LocalizedText.of("表头缺少列:" + String.join("、", absent),
                    "the header lacks " + String.join(", ", absent)));
        }
        for (int i = 0; i < names.size(); i++) {
            if (indexOf(names.get(i)) < i) {
                throw new BrokenFraming("column_twice", LocalizedText.of("表头中列 %s 出现两次，请删去其一".formatted(names.get(i)),
                        "the header names %s twice; leave one out".formatted(names.get(i))));
            }
        }
    }

    boolean hasDuplicate() {
        return firstIndex.size() < names.size();
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
