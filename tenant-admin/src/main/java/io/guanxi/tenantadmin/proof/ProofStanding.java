package io.guanxi.tenantadmin.proof;

import java.util.Optional;

/**
 * What is known of the isolation of companies.
 *
 * @param state    what there is to show
 * @param subject  which program it is about
 * @param proof    the outcome; there when it is passed or failed
 * @param checksum SHA-256 of the file it stands in; empty without an outcome
 */
public record ProofStanding(State state, Subject subject, Optional<IsolationProof> proof, String checksum) {

    /** What there is to show. */
    public enum State {
        /** Nobody has put an outcome here. */
        NONE,
        /** There is one that is damaged, or was changed. */
        UNREADABLE,
        /** At least one test failed. */
        FAILED,
        /** All tests passed. */
        PASSED
    }

    /** Which program an outcome is about. */
    public enum Subject {
        /** The very one that runs here. */
        THIS,
        /** Another build of the product. */
        ANOTHER,
        /** The run or this installation does not tell which. */
        UNKNOWN
    }

    static final ProofStanding NONE = new ProofStanding(State.NONE, Subject.UNKNOWN, Optional.empty(), "");
    static final ProofStanding UNREADABLE = new ProofStanding(State.UNREADABLE, Subject.UNKNOWN, Optional.empty(), "");

    static ProofStanding of(IsolationProof proof, String checksum, Optional<String> running) {
        Subject subject = running.isEmpty() || proof.program().isEmpty()
                ? Subject.UNKNOWN
                : running.equals(proof.program()) ? Subject.THIS : Subject.ANOTHER;
        return new ProofStanding(proof.passed() ? State.PASSED : State.FAILED, subject, Optional.of(proof), checksum);
    }
}
