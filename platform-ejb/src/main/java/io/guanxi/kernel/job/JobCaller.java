package io.guanxi.kernel.job;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.people.MemberDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** On whose behalf a job works: whoever submitted it, with what they may do now. */
@ApplicationScoped
public class JobCaller {

    @Inject
    private JobSteps steps;

    @Inject
    private MemberDirectory members;

    Caller of(int tenant, long job) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        Caller system = Caller.system(tenant, trace);
        try (var scope = CallContext.enter(system)) {
            Job found = steps.read(job);
            Optional<Caller> submitter =
                    switch (found.submittedKind()) {
                        // Under the name it was submitted by: a supporter acts on behalf of somebody else.
                        case PERSON ->
                            members.callerOf(found.submittedBy(), trace)
                                    .map(person -> person.named(found.submittedName()));
                        case CLIENT -> members.clientCallerOf(found.submittedBy(), trace);
                        case SYSTEM -> Optional.of(system);
                    };
            // Somebody who is gone may do nothing, so the job fails at its first step.
            return submitter.orElseGet(() -> Caller.client(
                    tenant,
                    found.submittedBy(),
                    Caller.SYSTEM_NAME,
                    java.util.Set.of(),
                    system.locale(),
                    system.zone(),
                    trace));
        }
    }
}
