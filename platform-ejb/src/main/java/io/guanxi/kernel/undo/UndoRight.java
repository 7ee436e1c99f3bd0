package io.guanxi.kernel.undo;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who may take back what a job has done, and see what that was: who may do as much to the records concerned. */
@ApplicationScoped
public class UndoRight {

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    /**
     * @param object the job's
     * @throws RecordNotFound when the object is gone since, and its records with it
     */
    void require(String object, Operation operation) {
        if (object.equals(JobRequest.EVERY_OBJECT)) {
            access.require(Feature.CARE_FOR_DATA);
            return;
        }
        ObjectDescriptor descriptor = objects.find(object).orElseThrow(RecordNotFound::new);
        access.require(descriptor, operation);
        if (operation == Operation.UPDATE) {
            descriptor.companions().forEach(c -> access.require(objects.require(c.object()), operation));
        }
    }
}
