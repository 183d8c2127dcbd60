package org.envdisclosure.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

    @ParameterizedTest(name = "{0} on {1}, Alpine {2} -> {3}")
    @CsvSource({
        "Linux,      amd64,   false, postgres-linux-x86_64.txz",
        "Linux,      amd64,   true,  postgres-linux-x86_64-alpine_linux.txz",
        "Linux,      aarch64, false, postgres-linux-arm_64.txz",
        "Mac OS X,   x86_64,  false, postgres-darwin-x86_64.txz",
        "Mac OS X,   aarch64, false, postgres-darwin-arm_64.txz",
        "Windows 11, amd64,   false, postgres-windows-x86_64.txz"})
    void every_machine_we_serve_finds_its_programs(String system, String architecture, boolean alpine, String file) {
        assertThat(PostgresBinaries.archiveName(system, architecture, alpine)).isEqualTo(file);
        assertThat(getClass().getResource("/" + file)).hasProtocol("jar");
    }
}
