package io.guanxi.web.request;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.Writer;

/** Passes the status on and drops what is written. */
final class StatusOnly extends HttpServletResponseWrapper {

    private final PrintWriter writer = new PrintWriter(Writer.nullWriter());
    private final ServletOutputStream stream = new ServletOutputStream() {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("nothing is written");
        }

        @Override
        public void write(int dropped) {
            // Outsiders are not told.
        }
    };

    StatusOnly(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void setContentLength(int length) {
        // That of the dropped text.
    }

    @Override
    public void setContentLengthLong(long length) {
        // That of the dropped text.
    }

    @Override
    public void flushBuffer() {
        // The answer is still to be written.
    }
}
