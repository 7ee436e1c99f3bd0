package io.guanxi.web.request;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of network addresses in CIDR notation, such as {@code 10.0.0.0/8}, {@code 2001:db8::/32} or one address. */
record AddressRange(byte[] network, int prefix) {

    /** Letters, digits, dots and colons: nothing that would have to be looked up by name. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * @throws IllegalArgumentException when the text is no address or its prefix too long for it
     */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = bytes(slash < 0 ? text : text.substring(0, slash));
        int bits = network.length * Byte.SIZE;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException(text);
        }
        return new AddressRange(network, prefix);
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((address[bit / Byte.SIZE] & mask) != (network[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The bytes of an address written in digits; no name is ever looked up.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static byte[] bytes(String address) {
        if (!LITERAL.matcher(address).matches()) {
            throw new IllegalArgumentException(address);
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException(address, notAnAddress);
        }
    }
}
