package org.envdisclosure.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.web.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTextTest {

    @Test
    void what_is_told_is_read_again() {
        String text = "[{\"x\":0.0,\"y\":0.7,\"width\":0.3,\"height\":0.3},{\"points\":[[0.6,0.8],[0.9,0.75],[1.0,1.0]]}]";

        assertThat(new String(JsonText.bytes(RegionsText.told(RegionsText.read(text))), StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "null | /regions", "[] | /regions", "{} | /regions", "not json | /regions", "[1] | /regions/0", "[{}] | /regions/0",
        "[{\"x\":0,\"y\":0,\"width\":1}] | /regions/0", "[{\"x\":0,\"y\":0,\"width\":1,\"height\":1,\"z\":1}] | /regions/0",
        "[{\"x\":-0.1,\"y\":0,\"width\":1,\"height\":1}] | /regions/0/x", "[{\"x\":0,\"y\":\"0\",\"width\":1,\"height\":1}] | /regions/0/y",
        "[{\"x\":0.5,\"y\":0,\"width\":0.6,\"height\":1}] | /regions/0", "[{\"x\":0,\"y\":0,\"width\":0,\"height\":1}] | /regions/0",
        "[{\"x\":0,\"y\":0,\"width\":1,\"height\":1.01}] | /regions/0/height", "[{\"points\":[[0,0],[1,1]]}] | /regions/0/points",
        "[{\"points\":[[0,0],[1,1],[0]]}] | /regions/0/points/2", "[{\"points\":[[0,0],[1,2],[0,1]]}] | /regions/0/points/1/1"})
    void what_is_wrong_is_pointed_at(String text, String pointer) {
        assertThatThrownBy(() -> RegionsText.read(text.equals("null") ? null : text)).isInstanceOfSatisfying(ApiProblem.class, refused -> {
            assertThat(refused.type().status()).isEqualTo(400);
            assertThat(refused.faults().get(0).pointer()).isEqualTo(pointer);
        });
    }
}
