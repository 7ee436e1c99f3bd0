package io.guanxi.kernel.job;

/** Does one type of job. */
public interface JobHandler {

    /** The type of job, such as {@code import}. */
    String type();

    /** Whether it changes data: such jobs wait while the company is read-only. */
    default boolean changes() {
        return true;
    }

    /**
     * Opens the work at the job's position. Called once for each time a worker takes the job up.
     *
     * @throws io.guanxi.kernel.error.DomainException when the job as a whole cannot be done; it fails with the code
     */
    JobWork open(Job job);

    /**
     * Whether this node may take one more of these jobs up; who is told so leaves the room again with {@link #leaveRoom}. A
     * job without room waits.
     */
    default boolean takeRoom() {
        return true;
    }

    /** A job that had room is put aside. */
    default void leaveRoom() {}
}
