package io.guanxi.tenantadmin.proof;

/** The stored outcome of the tests is not as a run has written it. */
final class UnreadableProof extends RuntimeException {

    UnreadableProof(String reason, Throwable cause) {
        super(reason, cause);
    }
}
