package io.guanxi.web.request;

import io.guanxi.kernel.security.AddressRange;
import java.util.Arrays;
import java.util.List;

/** The proxies whose word about where a request came from is believed; none unless the operator names them. */
final class TrustedProxies {

    private final List<AddressRange> ranges;

    /**
     * @param list addresses and CIDR ranges, separated by commas or spaces
     * @throws IllegalArgumentException when one of them cannot be understood
     */
    TrustedProxies(String list) {
        ranges = Arrays.stream(list.split("[,\\s]+"))
                .filter(text -> !text.isEmpty())
                .map(AddressRange::parse)
                .toList();
    }

    boolean contains(String address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
