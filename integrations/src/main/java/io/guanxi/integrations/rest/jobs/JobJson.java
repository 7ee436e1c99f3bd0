package io.guanxi.integrations.rest.jobs;

import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Jobs as members of JSON. */
@ApplicationScoped
public class JobJson {

    @Inject
    private VisibleObjects objects;

    /**
     * @param locale language of the sentence that says why a job failed
     */
    public Map<String, Object> of(JobView job, Locale locale) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", job.id());
        members.put("type", job.type());
        members.put(
                "object", objects.find(job.object()).map(ObjectDescriptor::path).orElse(job.object()));
        members.put("status", job.status().name().toLowerCase(Locale.ROOT));
        members.put("fileName", job.fileName());
        members.put("dryRun", job.dryRun());
        members.put("total", job.total());
        members.put("processed", job.processed());
        members.put("created", job.created());
        members.put("updated", job.updated());
        members.put("skipped", job.skipped());
        members.put("failed", job.failed());
        members.put("failure", failure(job, locale));
        members.put("submittedBy", job.submittedBy());
        members.put("createdAt", job.createdAt());
        members.put("startedAt", job.startedAt());
        members.put("finishedAt", job.finishedAt());
        members.put("undoes", job.undoes());
        members.put("undoneBy", job.undoneBy());
        members.put("undoUntil", job.undoUntil());
        members.put("links", links(job));
        return members;
    }

    /** Where a job is watched. */
    public static String address(JobView job) {
        return "/api/v1/jobs/" + job.id();
    }

    private static Map<String, Object> failure(JobView job, Locale locale) {
        if (job.failure() == null) {
            return null;
        }
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("code", job.failure());
        failure.put(
                "message",
                Labels.error(job.failure(), locale, job.failureArguments().toArray()));
        return failure;
    }

    private static Map<String, Object> links(JobView job) {
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("self", address(job));
        links.put("errors", address(job) + "/errors");
        links.put("changes", address(job) + "/changes");
        if (!job.status().isFinal()) {
            links.put("cancel", address(job) + "/cancel");
        }
        if (job.hasResult()) {
            links.put("result", address(job) + "/result");
        }
        if (job.isUndoOffered()) {
            links.put("undo", address(job) + "/undo");
        }
        return links;
    }
}
