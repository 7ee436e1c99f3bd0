package io.guanxi.samples;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordUses;
import io.guanxi.samples.Samples.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Takes the samples away again. Each goes to the recycle bin in a transaction of its own; a run that broke off is
 * finished by the next.
 */
@ApplicationScoped
public class SampleRemoval {

    private static final String TAG = "tag";

    @Inject
    private AuditTrail trail;

    @Inject
    private Samples samples;

    @Inject
    private RecordUses uses;

    @Inject
    private RecordService records;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy policy;

    /**
     * What became of the samples.
     *
     * @param kept those that somebody has changed, or that records of the tenant's own point to
     */
    public record Result(int removed, int kept) {}

    /** Removes what nobody has made their own; the rest stays and is no sample any longer. Needs {@link Feature#ADMINISTER}. */
    public Result remove() {
        policy.require(Feature.ADMINISTER);
        List<Sample> all = samples.list();
        Set<Sample> kept = kept(all);
        int removed = 0;
        for (Sample sample : all) {
            if (!kept.contains(sample) && !isPart(sample)) {
                removed += delete(sample);
            }
        }
        samples.forget();
        int left = (int) kept.stream()
                .filter(one -> !one.object().equals(TAG) && !isPart(one))
                .count();
        trail.done(AuditArea.TENANT, AuditAction.REMOVED, "samples", "", Map.of("removed", removed, "kept", left));
        return new Result(removed, left);
    }

    /** Whatever is kept keeps what it points to. */
    private Set<Sample> kept(List<Sample> all) {
        Set<Sample> kept = new HashSet<>(samples.edited());
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Sample sample : all) {
                if (!kept.contains(sample) && isUsed(sample, all, kept)) {
                    kept.add(sample);
                    grown = true;
                }
            }
        }
        // The tag says what the others are.
        if (!kept.isEmpty()) {
            all.stream().filter(one -> one.object().equals(TAG)).forEach(kept::add);
        }
        return kept;
    }

    private boolean isUsed(Sample sample, List<Sample> all, Set<Sample> kept) {
        return uses.of(objects.require(sample.object()), sample.id()).stream()
                .map(use -> new Sample(use.object(), use.id()))
                .anyMatch(use -> kept.contains(use) || !all.contains(use));
    }

    /** Parts go and stay with the whole. */
    private boolean isPart(Sample sample) {
        ObjectDescriptor object = objects.require(sample.object());
        return object.partOf() != null;
    }

    private int delete(Sample sample) {
        try {
            records.delete(sample.object(), RecordId.format(sample.id()), OptionalLong.empty());
            return 1;
        } catch (RecordNotFound gone) {
            return 0;
        }
    }
}
