package io.guanxi.tenantadmin.page;

import jakarta.servlet.http.HttpServletRequest;

/** What a request says in its address or in the form that was sent with it. */
public final class Parameters {

    private Parameters() {}

    /** A parameter of the address, else the member of the form that was sent; empty when there is neither. */
    public static String given(HttpServletRequest request, String parameter, String member) {
        String value = request.getParameter(parameter) == null
                ? request.getParameter(member)
                : request.getParameter(parameter);
        return value == null ? "" : value;
    }
}
