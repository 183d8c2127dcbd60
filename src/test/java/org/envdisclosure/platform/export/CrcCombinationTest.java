package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class CrcCombinationTest {

    /** RFC 1952 has no test vector; 0xCBF43926 is the check value every catalogue of CRCs gives for these nine digits. */
    @Test
    void the_check_value_of_the_algorithm() {
        assertThat(CrcCombination.of(crc("1234".getBytes(StandardCharsets.US_ASCII)), crc("56789".getBytes(StandardCharsets.US_ASCII)), 5)).isEqualTo(0xCBF43926L);
    }

    /** Four gigabytes of zeros: doubled from a megabyte, and counted through. */
    @Test
    void lengths_beyond_an_array() {
        long megabyte = crc(new byte[1 << 20]);
        long doubled = megabyte;
        for (long bytes = 1 << 20; bytes < 1L << 32; bytes *= 2) {
            doubled = CrcCombination.of(doubled, doubled, bytes);
        }
        CRC32 each = new CRC32();
        byte[] zeros = new byte[1 << 24];
        for (int i = 0; i < 1 << 8; i++) {
            each.update(zeros);
        }

        assertThat(doubled).isEqualTo(each.getValue());
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
