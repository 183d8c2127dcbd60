package org.envdisclosure.platform.limit;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose request it is, as far as addresses can tell. */
final class ClientAddress {

    /** One household or office has a /64 and can use every address in it. */
    private static final int NETWORK_BYTES_OF_IPV6 = 8;

    private ClientAddress() {
    }

    /**
     * The peer, or, behind trusted proxies, the right-most address of {@code X-Forwarded-For} that is none of them: what
     * stands left of it may be the client's own invention.
     *
     * @param peer         the other end of the connection
     * @param forwardedFor every {@code X-Forwarded-For} header, in order
     * @return an IPv4 address, or the /64 of an IPv6 address
     */
    static String of(String peer, List<String> forwardedFor, TrustedProxies trusted) {
        InetAddress client = NetUtil.createInetAddressFromIpAddressString(peer);
        if (client == null) {
            return peer;
        }
        List<String> hops = forwardedFor.isEmpty() ? List.of() : hops(forwardedFor);
        for (int i = hops.size() - 1; i >= 0 && trusted.trust(client); i--) {
            InetAddress hop = address(hops.get(i));
            if (hop == null) {
                break;
            }
            client = hop;
        }
        return text(client);
    }

    private static List<String> hops(List<String> forwardedFor) {
        List<String> hops = new ArrayList<>();
        forwardedFor.forEach(header -> hops.addAll(Arrays.asList(header.split(","))));
        return hops;
    }

    /** Some proxies write the port behind the address. */
    private static @Nullable InetAddress address(String hop) {
        String bare = hop.strip();
        if (bare.startsWith("[") && bare.indexOf(']') > 0) {
            bare = bare.substring(1, bare.indexOf(']'));
        } else if (bare.indexOf(':') >= 0 && bare.indexOf(':') == bare.lastIndexOf(':')) {
            bare = bare.substring(0, bare.indexOf(':'));
        }
        return NetUtil.createInetAddressFromIpAddressString(bare);
    }

    private static String text(InetAddress address) {
        if (address instanceof Inet6Address) {
            byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES_OF_IPV6), address.getAddress().length);
            return NetUtil.bytesToIpAddress(network) + "/64";
        }
        return address.getHostAddress();
    }
}
