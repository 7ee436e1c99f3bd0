package io.guanxi.kernel.log;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Writes a log record as one line of JSON: {@code time} (UTC, ISO 8601), {@code level}, {@code logger}, {@code message},
 * {@code tenant} and {@code traceId} when the line belongs to a call, {@code thread}, and {@code exception} when there is
 * one.
 *
 * <p>Uses no JSON library: what a formatter calls must not log.
 */
public final class JsonLines extends Formatter {

    private static final int LONGEST_MESSAGE = 8_000;
    private static final int LONGEST_EXCEPTION = 24_000;

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(256);
        line.append('{');
        member(line, "time", entry.getInstant().toString());
        member(line, "level", entry.getLevel().getName());
        member(line, "logger", entry.getLoggerName());
        member(line, "message", discreet(formatMessage(entry), LONGEST_MESSAGE));
        Optional<Caller> caller = CallContext.find();
        caller.ifPresent(
                one -> line.append("\"tenant\":").append(one.tenantId()).append(','));
        member(line, "traceId", caller.map(Caller::traceId).or(Trace::find).orElse(null));
        member(line, "thread", Thread.currentThread().getName());
        member(line, "exception", exception(entry.getThrown()));
        line.setCharAt(line.length() - 1, '}');
        return line.append('\n').toString();
    }

    private static String exception(Throwable thrown) {
        if (thrown == null) {
            return null;
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return discreet(text.toString(), LONGEST_EXCEPTION);
    }

    private static String discreet(String text, int longest) {
        if (text == null) {
            return "";
        }
        String shown = text.length() > longest ? text.substring(0, longest) + "…" : text;
        return Discretion.applyTo(shown);
    }

    private static void member(StringBuilder line, String name, String value) {
        if (value != null) {
            line.append('"').append(name).append("\":\"");
            value.chars().forEach(c -> escape(line, (char) c));
            line.append("\",");
        }
    }

    private static void escape(StringBuilder line, char c) {
        switch (c) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c) || c == '\u007f') {
                    line.append(String.format("\\u%04x", (int) c));
                } else {
                    line.append(c);
                }
            }
        }
    }
}
