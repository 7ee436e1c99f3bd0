package io.guanxi.integrations.rest.jobs;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import io.guanxi.integrations.rest.records.QueryParameters;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.file.StoredFiles;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.imports.ImportOptions.InvalidPhones;
import io.guanxi.kernel.imports.ImportRequest;
import io.guanxi.kernel.imports.ImportService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.DuplicateRule;
import io.guanxi.kernel.tabular.FileHints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what an import is asked to do from the query, stores its file, and hands both to a job. */
@ApplicationScoped
public class ImportSubmission {

    private static final Set<String> PARAMETERS = Set.of(
            "type",
            "object",
            "mode",
            "key",
            "dryRun",
            "encoding",
            "delimiter",
            "country",
            "phones",
            "suspects",
            "mapping",
            "fileName");

    @Inject
    private VisibleObjects objects;

    @Inject
    private ImportService imports;

    @Inject
    private StoredFiles files;

    @Inject
    private IdempotentPosts posts;

    @Inject
    private JobJson json;

    private enum Type {
        IMPORT
    }

    /**
     * The file is stored before the transaction that makes the job, so that no upload holds one open. It is deleted
     * again when no job came of it.
     */
    Response submit(
            String key,
            Fingerprint fingerprint,
            MultivaluedMap<String, String> query,
            ImportUpload upload,
            Locale locale) {
        QueryParameters parameters = QueryParameters.allow(query, PARAMETERS);
        ImportRequest request = request(parameters, upload.mapping());
        Optional<Response> given = posts.findAnswer(key, fingerprint);
        if (given.isPresent()) {
            return given.get();
        }
        String name =
                upload.fileName().orElse(parameters.text("fileName") == null ? "import" : parameters.text("fileName"));
        String file = store(request.object(), name, upload);
        boolean used = false;
        try {
            Response answer = posts.answer(key, fingerprint, () -> {
                JobView job = imports.submit(mapped(request, parameters.text("mapping"), file), file, name);
                return Answer.of(202, JobJson.address(job), null, json.of(job, locale));
            });
            used = !IdempotentPosts.isReplay(answer);
            return answer;
        } finally {
            if (!used) {
                files.delete(RecordId.parse(file).orElseThrow());
            }
        }
    }

    private ImportRequest mapped(ImportRequest request, String mapping, String file) {
        if (mapping == null) {
            return request;
        }
        if (!request.headings().isEmpty()) {
            throw QueryParameters.invalid("job.twoMappings", "mapping");
        }
        return imports.mapped(request, file, mapping);
    }

    private String store(String object, String name, ImportUpload upload) {
        try {
            return imports.store(object, name, upload.file());
        } catch (IOException e) {
            throw new ApiProblem(ProblemType.MALFORMED_REQUEST, "body.unreadable").causedBy(e);
        }
    }

    private ImportRequest request(QueryParameters parameters, Map<String, String> headings) {
        parameters.require("type");
        parameters.word("type", Type.class, Type.IMPORT);
        ObjectDescriptor object = objects.findByPath(parameters.require("object"))
                .orElseThrow(() -> QueryParameters.invalid("parameter.value", "object", paths()));
        DuplicateRule.Mode mode = parameters.word("mode", DuplicateRule.Mode.class, DuplicateRule.Mode.CREATE);
        String key = mode == DuplicateRule.Mode.CREATE ? parameters.text("key") : parameters.require("key");
        return new ImportRequest(
                object.name(),
                new DuplicateRule(mode, key),
                parameters.flag("dryRun"),
                Optional.empty(),
                headings,
                hints(parameters),
                Optional.ofNullable(parameters.text("country")),
                parameters.flag("suspects"),
                parameters.word("phones", InvalidPhones.class, InvalidPhones.LEAVE_OUT));
    }

    private String paths() {
        return String.join(
                ", ", objects.all().stream().map(ObjectDescriptor::path).toList());
    }

    private static FileHints hints(QueryParameters parameters) {
        FileHints hints = FileHints.none();
        String encoding = parameters.text("encoding");
        if (encoding != null) {
            hints = hints.withEncoding(charset(encoding));
        }
        String delimiter = parameters.text("delimiter");
        if (delimiter != null) {
            if (delimiter.length() != 1) {
                throw QueryParameters.invalid("parameter.value", "delimiter", ", ; | \\t");
            }
            hints = hints.withDelimiter(delimiter.charAt(0));
        }
        return hints;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw QueryParameters.invalid("parameter.value", "encoding", "UTF-8, UTF-16, GB18030, windows-1252");
        }
    }
}
