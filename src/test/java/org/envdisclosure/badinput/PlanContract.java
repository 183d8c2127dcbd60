package org.envdisclosure.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.ingest.BodyFormat;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;

/**
 * What the tests of everything that takes batches share. No dataset is named here or in the tests: a new one is held to all of them as
 * soon as its plan has samples. The samples are sent for places of these tests' own.
 */
class PlanContract {

    static final JsonMapper JSON = new JsonMapper();
    static final String AN_HOUR = "2024-02-29T13:00:00+08:00";

    @Inject
    @All
    List<IngestPlan<?>> plans;

    @Inject
    @All
    List<Dataset> datasets;

    @Inject
    @All
    List<DatasetOperation> operations;

    /** Something that takes batches, with the contract's own columns as its first layout. */
    final class Taker {

        private final IngestPlan<?> plan;

        private Taker(IngestPlan<?> plan) {
            this.plan = plan;
        }

        String id() {
            return plan.table().dataset();
        }

        StoredTable table() {
            return plan.table();
        }

        String path() {
            return datasets.stream().filter(dataset -> dataset.id().equals(id())).findFirst().orElseThrow().path();
        }

        /** In the first layout; ends in a line feed where lines count. */
        String sample(BodyFormat format) {
            String body = plan.samples().stream().filter(sample -> sample.format() == format && sample.layout().equals(plan.layouts().get(0)))
                    .findFirst().orElseThrow(() -> new AssertionError("no sample of " + id() + " in " + format)).body();
            return owned(body);
        }

        List<String> lines(BodyFormat format) {
            return sample(format).lines().toList();
        }

        /** The first record. */
        ObjectNode record() {
            try {
                return (ObjectNode) JSON.readTree(lines(BodyFormat.NDJSON).get(0));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        Answer post(byte[] body, String... headers) {
            String[] all = Stream.concat(Stream.of(TestKeys.INGEST), Stream.of(headers)).toArray(String[]::new);
            return Wire.post(path(), body, all);
        }

        /** The number of the newest state; what is refused must leave it. */
        String revision() {
            Answer answer = Wire.get(path() + "?limit=1");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.headers().get("x-data-revision");
        }

        /** The column of the moment that is part of the key, if there is one. */
        Stream<String> moment() {
            return table().key().stream().filter(field -> field.sqlType().equals("timestamptz")).map(StoredTable.Field::name);
        }

        /** A number that the sample's record gives. */
        String measured() {
            ObjectNode record = record();
            return table().received().stream().filter(field -> field.sqlType().equals("numeric") && record.has(field.name()))
                    .map(StoredTable.Field::name).findFirst().orElseThrow();
        }
    }

    /** What a register refers to may stand in another, which then comes first. */
    @BeforeEach
    void places_of_their_own() {
        List<Taker> waiting = registers().toList();
        while (!waiting.isEmpty()) {
            List<Taker> before = waiting;
            waiting = before.stream().filter(register -> entered(register).status() != 200).toList();
            assertThat(waiting.size()).as(() -> entered(before.get(0)).text()).isLessThan(before.size());
        }
        Drained.queues();
    }

    private static Answer entered(Taker register) {
        return register.post(Wire.utf8(register.sample(BodyFormat.NDJSON)), "Content-Type: application/x-ndjson");
    }

    Stream<Taker> takers() {
        List<Taker> takers = plans.stream().filter(plan -> !plan.samples().isEmpty()).map(Taker::new).toList();
        assertThat(takers).hasSizeGreaterThanOrEqualTo(4);
        return takers.stream();
    }

    private Stream<Taker> registers() {
        return takers().filter(taker -> taker.table().time() == null);
    }

    /** One test for each case of each taker. */
    <C> Stream<DynamicTest> each(Stream<Taker> takers, BiFunction<Taker, C, DynamicTest> test, List<C> cases) {
        return takers.flatMap(taker -> cases.stream().map(one -> test.apply(taker, one)));
    }

    private String owned(String body) {
        // a code may be made of others: the longest first, and each place once
        String codes = codes().stream().sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote).collect(Collectors.joining("|"));
        return body.replace("99010", "99019").replaceAll(codes, "BP$0");
    }

    /** Of the places in the registers' samples. */
    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        plans.stream().filter(plan -> !plan.samples().isEmpty() && plan.table().time() == null).forEach(plan -> plan.samples().stream()
                .filter(sample -> sample.format() == BodyFormat.NDJSON).flatMap(sample -> sample.body().lines()).forEach(line -> {
                    String column = "\"" + plan.table().key().get(0).name() + "\":\"";
                    int at = line.indexOf(column) + column.length();
                    codes.add(line.substring(at, line.indexOf('"', at)));
                }));
        return codes.stream().distinct().toList();
    }
}
