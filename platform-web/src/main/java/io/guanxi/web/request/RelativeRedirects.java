package io.guanxi.web.request;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Leaves redirects to a path of the product as they are: the server would complete them with the scheme and host it was
 * called by, which behind a proxy are not those of the browser. And writes them in ASCII: of other characters the server
 * sends the last byte alone, which makes a slash of an {@code į}, and a path to another site of {@code /į}.
 */
final class RelativeRedirects extends HttpServletResponseWrapper {

    private static final String LOCATION = "Location";

    RelativeRedirects(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        if (location.startsWith("/") && !location.startsWith("//")) {
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader(LOCATION, location);
            flushBuffer();
        } else {
            super.sendRedirect(ascii(location));
        }
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, LOCATION.equalsIgnoreCase(name) ? ascii(value) : value);
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, LOCATION.equalsIgnoreCase(name) ? ascii(value) : value);
    }

    /** The address with everything that is no printable character of ASCII as bytes of UTF-8, as RFC 3987 maps it. */
    static String ascii(String address) {
        if (address == null || address.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            return address;
        }
        StringBuilder ascii = new StringBuilder();
        for (byte octet : address.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet < 0x7F) {
                ascii.append((char) octet);
            } else {
                ascii.append(String.format("%%%02X", octet & 0xFF));
            }
        }
        return ascii.toString();
    }
}
