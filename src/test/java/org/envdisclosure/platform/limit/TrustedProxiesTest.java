package org.envdisclosure.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @ParameterizedTest(name = "{0} trusts {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.0/8                | 10.255.0.1            | true
            10.0.0.0/8                | 11.0.0.1              | false
            10.1.2.3/8                | 10.9.9.9              | true
            192.0.2.7                 | 192.0.2.7             | true
            192.0.2.7                 | 192.0.2.8             | false
            10.0.0.0/8, 192.0.2.7     | 192.0.2.7             | true
            fd00::/8                  | fd12:3456::1          | true
            fd00::/8                  | 2001:db8::1           | false
            fd00::/8                  | 10.0.0.1              | false
            10.0.0.0/8                | ::ffff:10.0.0.1       | true
            ::1                       | ::1                   | true
            0.0.0.0/0                 | 203.0.113.9           | true
            ''                        | 127.0.0.1             | false
            """)
    void a_network_holds_its_addresses_and_no_others(String setting, String address, boolean trusted) throws UnknownHostException {
        assertThat(TrustedProxies.parse(setting).trust(InetAddress.getByName(address))).isEqualTo(trusted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0/8", "10.0.0.0/", "10.0.0.0/-1", "fd00::/129", "ingress.example", "localhost", "10.0.0.0/8;::1", "*"})
    void what_is_no_network_is_named_and_refused(String entry) {
        assertThatThrownBy(() -> TrustedProxies.parse("192.0.2.1," + entry))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("ENVD_TRUSTED_PROXIES holds '" + entry + "', which is neither an IP address nor a CIDR block. ");
    }
}
