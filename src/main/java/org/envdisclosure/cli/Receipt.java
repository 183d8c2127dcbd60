package org.envdisclosure.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What became of one batch, as the service answered it: received = inserted + unchanged + corrected + rejected.
 *
 * @param rejects the first of the rejected rows; the service keeps them all
 * @param others  further whole numbers of the receipt that are not nought, such as proposed station versions or the revision
 */
record Receipt(String batchId, long received, long inserted, long unchanged, long corrected, long rejected,
               List<Reject> rejects, Map<String, Long> others) {

    /**
     * @param line 1-based in the file, header included; in a JSON array the element
     */
    record Reject(String line, String reason, String raw) {
    }

    private static final List<String> COUNTS = List.of("received", "inserted", "unchanged", "corrected", "rejected");

    /** Empty when the answer is no receipt: a batch without a good row is answered 422, but with its counts. */
    static Optional<Receipt> of(Reply reply) {
        JsonNode json = reply.json();
        boolean expected = reply.successful() || reply.status() == 422;
        boolean complete = json.path("batch_id").isValueNode() && COUNTS.stream().allMatch(count -> json.path(count).isIntegralNumber());
        return expected && complete ? Optional.of(read(json)) : Optional.empty();
    }

    private static Receipt read(JsonNode json) {
        return new Receipt(json.path("batch_id").asText(), json.path("received").asLong(), json.path("inserted").asLong(),
                json.path("unchanged").asLong(), json.path("corrected").asLong(), json.path("rejected").asLong(),
                rejects(json.path("rejects")), others(json));
    }

    private static List<Reject> rejects(JsonNode array) {
        List<Reject> rejects = new ArrayList<>();
        array.forEach(row -> rejects.add(new Reject(row.path("line").asText("?"), row.path("reason").asText(), row.path("raw").asText())));
        return List.copyOf(rejects);
    }

    private static Map<String, Long> others(JsonNode json) {
        Map<String, Long> others = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            boolean another = Stream.concat(COUNTS.stream(), Stream.of("batch_id", "status")).noneMatch(member.getKey()::equals);
            if (another && member.getValue().isIntegralNumber() && member.getValue().asLong() != 0) {
                others.put(member.getKey(), member.getValue().asLong());
            }
        }
        return others;
    }
}
