package org.envdisclosure.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private static final TrustedProxies PROXIES = TrustedProxies.parse("10.0.0.0/8, fd00::/8");

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            203.0.113.9     | none                                   | 203.0.113.9          | without a proxy it is the peer
            203.0.113.9     | 192.0.2.1                              | 203.0.113.9          | a peer that is no proxy of ours is not believed
            10.0.0.5        | none                                   | 10.0.0.5             | a proxy that asks for itself
            10.0.0.5        | 192.0.2.1                              | 192.0.2.1            | behind a proxy
            10.0.0.5        | 1.1.1.1, 192.0.2.1                     | 192.0.2.1            | what stands further left may be invented
            10.0.0.5        | 1.1.1.1, 192.0.2.1, 10.0.0.7           | 192.0.2.1            | behind two proxies
            10.0.0.5        | 1.1.1.1, 192.0.2.1; 10.0.0.7           | 192.0.2.1            | in two headers
            10.0.0.5        | 10.0.0.8, 10.0.0.7                     | 10.0.0.8             | a client within our own network
            10.0.0.5        | 192.0.2.1, unknown                     | 10.0.0.5             | what is no address ends the chain
            10.0.0.5        | 192.0.2.1:51234                        | 192.0.2.1            | with a port
            10.0.0.5        | [2001:db8:1:2:3:4:5:6]:51234           | 2001:db8:1:2::/64    | IPv6 with a port
            10.0.0.5        | ''                                     | 10.0.0.5             | an empty header
            2001:db8:1:2::9 | none                                   | 2001:db8:1:2::/64    | IPv6 by its /64
            2001:db8:1:2::a | none                                   | 2001:db8:1:2::/64    | another address of that /64
            2001:db8:1:3::a | none                                   | 2001:db8:1:3::/64    | another /64
            fd00::1         | ::ffff:192.0.2.1                       | 192.0.2.1            | IPv4 written as IPv6
            """)
    void the_client_is_the_nearest_address_that_is_no_proxy_of_ours(String peer, String forwarded, String client, String why) {
        List<String> headers = forwarded == null ? List.of() : Arrays.asList(forwarded.split(";"));

        assertThat(ClientAddress.of(peer, headers, PROXIES)).isEqualTo(client);
    }
}
