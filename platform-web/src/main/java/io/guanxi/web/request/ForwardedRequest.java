package io.guanxi.web.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as its client sent it to the proxy. */
final class ForwardedRequest extends HttpServletRequestWrapper {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Origin origin;

    ForwardedRequest(HttpServletRequest request, Origin origin) {
        super(request);
        this.origin = origin;
    }

    @Override
    public String getRemoteAddr() {
        return origin.client();
    }

    @Override
    public String getRemoteHost() {
        return origin.client();
    }

    @Override
    public String getScheme() {
        return origin.scheme().orElseGet(super::getScheme);
    }

    @Override
    public boolean isSecure() {
        return getScheme().equals("https");
    }

    @Override
    public String getServerName() {
        return origin.host()
                .map(host -> colon(host) < 0 ? host : host.substring(0, colon(host)))
                .orElseGet(super::getServerName);
    }

    /** That of the host the client asked for; the usual one of the scheme when it named none. */
    @Override
    public int getServerPort() {
        int usual = isSecure() ? HTTPS : HTTP;
        return origin.host()
                .map(host -> colon(host) < 0 ? usual : Integer.parseInt(host.substring(colon(host) + 1)))
                .orElseGet(() -> origin.scheme().isPresent() ? usual : super.getServerPort());
    }

    @Override
    public StringBuffer getRequestURL() {
        boolean usual = getServerPort() == (isSecure() ? HTTPS : HTTP);
        return new StringBuffer(getScheme())
                .append("://")
                .append(getServerName())
                .append(usual ? "" : ":" + getServerPort())
                .append(getRequestURI());
    }

    /** Where the port begins; an IPv6 address has colons of its own, in brackets. */
    private static int colon(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? colon : -1;
    }
}
