package io.guanxi.infra.container;

import jakarta.persistence.EntityManagerFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.SessionProfilerAdapter;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Counts the queries that EclipseLink sends to the database for one thread: workers go about theirs meanwhile. */
public final class StatementCounter extends SessionProfilerAdapter {

    private final ServerSession session;
    private final AtomicInteger count = new AtomicInteger();
    private final Thread counted = Thread.currentThread();

    private StatementCounter(ServerSession session) {
        this.session = session;
    }

    static StatementCounter on(EntityManagerFactory factory) {
        ServerSession session = factory.unwrap(ServerSession.class);
        StatementCounter counter = new StatementCounter(session);
        session.setProfiler(counter);
        return counter;
    }

    @Override
    public Object profileExecutionOfQuery(
            DatabaseQuery query, org.eclipse.persistence.sessions.DataRecord row, AbstractSession on) {
        if (Thread.currentThread() == counted) {
            count.incrementAndGet();
        }
        return on.internalExecuteQuery(query, (AbstractRecord) row);
    }

    int reset() {
        return count.getAndSet(0);
    }

    void remove() {
        session.setProfiler(null);
    }
}
