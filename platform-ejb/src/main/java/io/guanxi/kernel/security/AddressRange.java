package io.guanxi.kernel.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of network addresses in CIDR notation, such as {@code 10.0.0.0/8}, {@code 2001:db8::/32} or one address. */
public final class AddressRange {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    /** Letters, digits, dots and colons: nothing that would have to be looked up by name. */
    private static final Pattern LITERAL =
            Pattern.compile(OCTET + "(\\." + OCTET + "){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final Pattern PREFIX = Pattern.compile("[0-9]{1,3}");

    /** Two or more groups of zeros, which are written shorter. */
    private static final Pattern ZEROS = Pattern.compile("((?::0\\b){2,}):?(?!\\S*\\b\\1:0\\b)(\\S*)");

    private final byte[] network;
    private final int prefix;

    private AddressRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
        for (int bit = prefix; bit < network.length * Byte.SIZE; bit++) {
            network[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
    }

    /**
     * @throws IllegalArgumentException when the text is no address or its prefix too long for it
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = bytes(slash < 0 ? text : text.substring(0, slash));
        int bits = network.length * Byte.SIZE;
        int prefix = slash < 0 ? bits : prefix(text.substring(slash + 1));
        if (prefix > bits) {
            throw new IllegalArgumentException(text);
        }
        return new AddressRange(network, prefix);
    }

    private static int prefix(String digits) {
        if (!PREFIX.matcher(digits).matches()) {
            throw new IllegalArgumentException(digits);
        }
        return Integer.parseInt(digits);
    }

    /**
     * Whether an address is in the range; one that is hidden or unknown is in none.
     *
     * @param address in digits, of IPv6 with or without the zone of an interface; null for none
     */
    public boolean contains(String address) {
        if (address == null) {
            return false;
        }
        int zone = address.indexOf('%');
        try {
            return contains(bytes(zone < 0 ? address : address.substring(0, zone)));
        } catch (IllegalArgumentException obfuscated) {
            return false;
        }
    }

    private boolean contains(byte[] address) {
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
    private static byte[] bytes(String address) {
        if (!LITERAL.matcher(address).matches()) {
            throw new IllegalArgumentException(address);
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException(address, notAnAddress);
        }
    }

    /** In one form for each range: bits behind the prefix are gone, and a single address stands alone. */
    @Override
    public String toString() {
        try {
            String address = InetAddress.getByAddress(network).getHostAddress();
            String brief =
                    network.length > Integer.BYTES ? ZEROS.matcher(address).replaceFirst("::$2") : address;
            return prefix == network.length * Byte.SIZE ? brief : brief + "/" + prefix;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && range.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
