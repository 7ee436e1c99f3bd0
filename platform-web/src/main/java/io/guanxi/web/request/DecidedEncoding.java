package io.guanxi.web.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.UnsupportedEncodingException;

/** A request whose encoding is set: Faces sets the same again for each view, and the server warns each time. */
final class DecidedEncoding extends HttpServletRequestWrapper {

    DecidedEncoding(HttpServletRequest request) {
        super(request);
    }

    @Override
    public void setCharacterEncoding(String encoding) throws UnsupportedEncodingException {
        if (!encoding.equalsIgnoreCase(getCharacterEncoding())) {
            super.setCharacterEncoding(encoding);
        }
    }
}
