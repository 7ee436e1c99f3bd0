package io.guanxi.infra.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;

/** Reads logs whose lines are JSON objects, the server's own or the application's, as people read logs. */
final class LogText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LogText() {}

    /** The lines of a log; what was escaped in an object becomes lines again. */
    static List<String> lines(String log) {
        return log.lines().flatMap(LogText::unfold).toList();
    }

    private static Stream<String> unfold(String line) {
        if (!line.startsWith("{\"")) {
            return Stream.of(line);
        }
        try {
            JsonNode entry = JSON.readTree(line);
            String time = entry.path("time").asText(entry.path("Timestamp").asText());
            String level = entry.path("level").asText(entry.path("Level").asText());
            String message =
                    entry.path("message").asText(entry.path("LogMessage").asText());
            Stream<String> first = (time + " " + level + " " + message).lines();
            String exception = entry.path("exception")
                    .asText(entry.path("Throwable").path("StackTrace").asText());
            return Stream.concat(first, exception.lines());
        } catch (JsonProcessingException cutOff) {
            return Stream.of(line);
        }
    }
}
