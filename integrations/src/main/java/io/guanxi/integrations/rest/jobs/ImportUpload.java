package io.guanxi.integrations.rest.jobs;

import io.guanxi.integrations.rest.json.LimitedInputStream;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import jakarta.ws.rs.core.EntityPart;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file of an import and what came with it.
 *
 * @param fileName name the sender gave; empty when none
 * @param mapping  targets by column heading; empty leaves them to be matched
 */
record ImportUpload(InputStream file, Optional<String> fileName, Map<String, String> mapping) {

    /** Longest file that is taken, in bytes. */
    static final long FILE_LIMIT = 2_000_000_000L;

    static ImportUpload of(InputStream body) {
        return new ImportUpload(limited(body), Optional.empty(), Map.of());
    }

    /**
     * @throws ApiProblem 400 when there is no part {@code file}, an unknown part, or a mapping that is none
     */
    static ImportUpload of(List<EntityPart> parts) {
        InputStream file = null;
        Optional<String> fileName = Optional.empty();
        Map<String, String> mapping = Map.of();
        for (EntityPart part : parts) {
            switch (part.getName()) {
                case "file" -> {
                    file = part.getContent();
                    fileName = part.getFileName();
                }
                case "mapping" -> mapping = mapping(part.getContent());
                default -> throw malformed("job.part", part.getName());
            }
        }
        if (file == null) {
            throw malformed("job.file");
        }
        return new ImportUpload(limited(file), fileName, mapping);
    }

    /** The same with the file read through another stream. */
    ImportUpload through(InputStream stream) {
        return new ImportUpload(stream, fileName, mapping);
    }

    private static Map<String, String> mapping(InputStream json) {
        Map<String, String> mapping = new LinkedHashMap<>();
        RequestBody.read(json, RequestBody.SINGLE_LIMIT).object().forEach((heading, target) -> {
            if (!(target instanceof String name)) {
                throw malformed("job.mapping");
            }
            mapping.put(heading, name);
        });
        return mapping;
    }

    private static InputStream limited(InputStream file) {
        return new LimitedInputStream(file, FILE_LIMIT);
    }

    private static ApiProblem malformed(String code, Object... args) {
        return new ApiProblem(ProblemType.MALFORMED_REQUEST, code, args);
    }
}
