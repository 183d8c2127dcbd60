package org.envdisclosure.platform.limit;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

/** The networks whose {@code X-Forwarded-For} is believed. */
final class TrustedProxies {

    static final String SETTING = "ENVD_TRUSTED_PROXIES";

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private final List<IpSubnetFilterRule> networks;

    private TrustedProxies(List<IpSubnetFilterRule> networks) {
        this.networks = networks;
    }

    /**
     * @param text addresses and CIDR blocks, IPv4 and IPv6, separated by commas; blank for none
     * @throws ConfigurationException naming the entry that is neither
     */
    static TrustedProxies parse(String text) {
        return new TrustedProxies(Arrays.stream(text.split(",")).map(String::strip).filter(entry -> !entry.isEmpty())
                .map(TrustedProxies::network).toList());
    }

    boolean trust(InetAddress address) {
        InetSocketAddress peer = new InetSocketAddress(address, 0);
        return networks.stream().anyMatch(network -> network.matches(peer));
    }

    private static IpSubnetFilterRule network(String entry) {
        int slash = entry.indexOf('/');
        String address = slash < 0 ? entry : entry.substring(0, slash);
        // never a host name: it would be looked up, and whoever answers for it would choose whom we believe
        if (!NetUtil.isValidIpV4Address(address) && !NetUtil.isValidIpV6Address(address)) {
            throw refused(entry);
        }
        InetAddress network = NetUtil.createInetAddressFromIpAddressString(address);
        int most = network.getAddress().length == 4 ? IPV4_BITS : IPV6_BITS;
        int bits = slash < 0 ? most : bits(entry, entry.substring(slash + 1), most);
        return new IpSubnetFilterRule(network, bits, IpFilterRuleType.ACCEPT);
    }

    private static int bits(String entry, String text, int most) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > most) {
            throw refused(entry);
        }
        return Integer.parseInt(text);
    }

    private static ConfigurationException refused(String entry) {
        return new ConfigurationException(("%s holds '%s', which is neither an IP address nor a CIDR block. "
                + "Give addresses and blocks such as 10.0.0.0/8 or fd00::/8, separated by commas; host names are not looked up.")
                .formatted(SETTING, entry));
    }
}
