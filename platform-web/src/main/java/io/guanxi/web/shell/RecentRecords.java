package io.guanxi.web.shell;

import io.guanxi.kernel.access.CallContext;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What somebody has looked at of late, in this browser and until they log out. */
@SessionScoped
public class RecentRecords implements Serializable {

    private static final int MOST = 8;

    private final ArrayList<Visit> visits = new ArrayList<>();

    /** A record that was looked at; a session may see several tenants. */
    public record Visit(int tenant, String object, String id) implements Serializable {}

    public synchronized void visited(String object, String id) {
        Visit visit = new Visit(CallContext.require().tenantId(), object, id);
        visits.remove(visit);
        visits.add(0, visit);
        if (visits.size() > MOST) {
            visits.remove(MOST);
        }
    }

    /** Those of the caller's tenant, the last one first. */
    public synchronized List<Visit> visits() {
        int tenant = CallContext.require().tenantId();
        return visits.stream().filter(visit -> visit.tenant() == tenant).toList();
    }
}
