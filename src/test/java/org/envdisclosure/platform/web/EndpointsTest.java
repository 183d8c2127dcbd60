package org.envdisclosure.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {

    @Path("/api/v1/noise")
    public static class Noise {
        @Operation(hidden = true)
        @GET
        public String all() {
            return "";
        }

        @Operation(hidden = true)
        @POST
        public String take() {
            return "";
        }

        @Operation(hidden = true)
        @GET
        @Path("/{code}")
        public String one() {
            return "";
        }

        @Operation(hidden = true)
        @DELETE
        @Path("{code}/{hour: \\d+}")
        public String withdraw() {
            return "";
        }

        @Operation(hidden = true)
        @GET
        @Path("/latest.json")
        public String latest() {
            return "";
        }
    }

    private final Endpoints endpoints = new Endpoints(Set.of(Noise.class));

    @ParameterizedTest(name = "{0} is {1} and takes {2}")
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/noise                | /api/v1/noise                     | GET, HEAD, OPTIONS, POST
            /api/v1/noise/               | /api/v1/noise                     | GET, HEAD, OPTIONS, POST
            /api/v1/noise/N1             | /api/v1/noise/{code}              | GET, HEAD, OPTIONS
            /api/v1/noise/N1/7           | /api/v1/noise/{code}/{hour: \\d+} | DELETE, OPTIONS
            /api/v1/noise/latest.json    | /api/v1/noise/latest.json         | GET, HEAD, OPTIONS
            """)
    void a_path_finds_its_template_and_methods(String path, String template, String allow) {
        assertThat(endpoints.at(path)).map(Endpoints.Endpoint::template).contains(template);
        assertThat(endpoints.at(path)).map(Endpoints.Endpoint::allow).contains(allow);
    }

    @Test
    void other_paths_find_nothing() {
        assertThat(endpoints.at("/api/v1/nois")).isEmpty();
        assertThat(endpoints.at("/api/v1/noise/N1/7/x")).isEmpty();
        assertThat(endpoints.at("/api/v1/noise/latestXjson/1/2")).isEmpty();
        assertThat(endpoints.at("/")).isEmpty();
    }
}
