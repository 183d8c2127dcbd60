package org.envdisclosure.cli.mapping;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Many records out of one that holds lists of objects: one for each object, with its own fields and those around it; of two fields of
 * one name the inner counts. With two names, the objects of the second list are inside those of the first.
 */
record Explosion(List<String> lists) {

    /** A part whose list is missing or empty would vanish: it is refused, and so is what is in a list and no object. */
    List<ReadRecord> of(InputRecord record) {
        List<ReadRecord> records = List.of(record);
        for (String list : lists) {
            List<ReadRecord> inside = new ArrayList<>();
            for (ReadRecord each : records) {
                if (each instanceof InputRecord whole) {
                    addItems(whole, list, inside);
                } else {
                    inside.add(each);
                }
            }
            records = inside;
        }
        return records;
    }

    private static void addItems(InputRecord record, String list, List<ReadRecord> inside) {
        JsonNode items = record.fields().path(list);
        if (!items.isArray() || items.isEmpty()) {
            inside.add(new ReadRecord.Refused(record.line(), "no_" + list, record.raw()));
            return;
        }
        ObjectNode around = JsonNodeFactory.instance.objectNode().setAll(record.fields());
        around.remove(list);
        for (JsonNode item : items) {
            if (item instanceof ObjectNode own) {
                ObjectNode fields = JsonNodeFactory.instance.objectNode().setAll(around);
                inside.add(new InputRecord(record.line(), fields.setAll(own), null));
            } else {
                inside.add(new ReadRecord.Refused(record.line(), "bad_" + list, record.raw()));
            }
        }
    }
}
