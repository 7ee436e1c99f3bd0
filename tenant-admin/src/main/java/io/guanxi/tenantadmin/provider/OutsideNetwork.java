package io.guanxi.tenantadmin.provider;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * What is the Internet, and what is this machine, its network or a cloud's own services. Special addresses are those of the
 * registries of IANA (RFC 6890), with what carries an address of version 4 inside of one of version 6.
 */
final class OutsideNetwork {

    private OutsideNetwork() {}

    static boolean contains(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && (address instanceof Inet6Address
                        ? isGlobal6(address.getAddress())
                        : isGlobal4(address.getAddress()));
    }

    private static boolean isGlobal4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean isShared = first == 100 && second >= 64 && second < 128;
        boolean isAssigned = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean isTest = first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
                || first == 203 && second == 0 && third == 113;
        return first != 0 && first < 240 && !isShared && !isAssigned && !isTest;
    }

    /** Global unicast is 2000::/3; tunnels and translations in it carry addresses of version 4. */
    private static boolean isGlobal6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean isTunnel = first == 0x2002 || first == 0x2001 && (second == 0 || second == 0xdb8);
        return (first & 0xe000) == 0x2000 && !isTunnel;
    }
}
