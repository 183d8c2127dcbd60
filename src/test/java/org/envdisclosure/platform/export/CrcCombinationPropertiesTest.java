package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CrcCombinationPropertiesTest {

    @Property
    void of_two_texts_it_is_that_of_both_in_one(@ForAll byte[] first, @ForAll byte[] second) {
        CRC32 both = new CRC32();
        both.update(first);
        both.update(second);

        assertThat(CrcCombination.of(crc(first), crc(second), second.length)).isEqualTo(both.getValue());
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
