package io.guanxi.kernel.session;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.security.SecurityPolicy;
import io.guanxi.kernel.security.SecuritySettings;
import io.guanxi.kernel.session.SessionRows.Row;
import io.guanxi.kernel.support.SupportVisit;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sessions of a tenant's people. Everybody sees and ends their own, admins those of all. What is ended here counts at once
 * on this node and within seconds on others.
 */
@Stateless
@TenantBound
public class PersonSessions {

    /** Keycloak keeps no session longer: so long an end is remembered. */
    private static final Duration REMEMBERED = Duration.ofDays(31);

    /** The longest log-in where the company says nothing: what is older is over without anybody having ended it. */
    private static final Duration LISTED = Duration.ofHours(12);

    /** A use is noted so often, and not with each request. */
    private static final Duration NOTED = Duration.ofSeconds(30);

    @Inject
    private SqlGateway sql;

    @Inject
    private AccessPolicy policy;

    @Inject
    private AuditTrail trail;

    @Inject
    private SecuritySettings security;

    @Inject
    private Event<SessionsEnded> endings;

    private SessionRows rows;

    @PostConstruct
    void openRows() {
        rows = new SessionRows(sql);
    }

    /**
     * The caller's session at this request, which it is noted for.
     *
     * @param logIn what the token says
     * @param idle  how long nobody may use it; empty for as long as it lives
     */
    public Standing visit(LogInMoment logIn, Optional<Duration> idle) {
        long member = CallContext.require().memberId();
        CallOrigin from = CallOrigin.current();
        Instant now = SessionRows.now();
        Optional<Row> known = rows.find(member, logIn.session(), from.channel());
        if (known.isEmpty()) {
            rows.forget(member, now.minus(REMEMBERED));
            rows.begin(member, logIn, from, now);
            return rows.find(member, logIn.session(), from.channel())
                    .map(row -> new Standing(row.id(), row.ending()))
                    .orElseThrow();
        }
        return visit(known.get(), logIn, idle, from, now);
    }

    private Standing visit(Row row, LogInMoment logIn, Optional<Duration> idle, CallOrigin from, Instant now) {
        // Keycloak tells seconds.
        Instant since =
                row.endedAt().map(end -> end.truncatedTo(ChronoUnit.SECONDS)).orElse(row.beganAt());
        if (logIn.at().isAfter(since)) {
            rows.revive(row.id(), logIn, from, now);
        } else if (row.endedAt().isPresent()) {
            return new Standing(row.id(), row.ending());
        } else if (idle.filter(most -> row.usedAt().plus(most).isBefore(now)).isPresent()) {
            // Then it ended, and not now: a new log-in may be of this second.
            Instant over = row.usedAt().plus(idle.get());
            rows.end(row.member(), row.sid(), Ending.IDLE, over.isAfter(logIn.at()) ? over : logIn.at());
            tell(row, CallContext.require().name(), Ending.IDLE);
            return new Standing(row.id(), Optional.of(Ending.IDLE));
        } else if (row.usedAt().plus(NOTED).isBefore(now)) {
            rows.used(row.id(), from, now);
        }
        return new Standing(row.id(), Optional.empty());
    }

    /**
     * The caller's own, the latest used first; none for a partner's program.
     *
     * @throws AccessDenied for a supporter, who has none here
     */
    public List<PersonSession> own() {
        refuseSupport();
        return CallContext.require().isPerson() ? list(CallContext.require().memberId()) : List.of();
    }

    /** Those of a person, the latest used first. Needs {@link Feature#ADMINISTER}. */
    public List<PersonSession> of(long member) {
        policy.require(Feature.ADMINISTER);
        return list(member);
    }

    private List<PersonSession> list(long member) {
        Optional<Long> current = Optional.ofNullable(CallOrigin.current().session());
        SecurityPolicy asked = security.known();
        Instant now = SessionRows.now();
        Instant used = now.minus(asked.idle().orElse(LISTED));
        Instant begun = now.minus(asked.length().orElse(LISTED));
        return rows.standing(member, used).stream()
                .filter(row -> row.beganAt().isAfter(begun))
                .map(row -> new PersonSession(
                        RecordId.format(row.id()),
                        row.channel(),
                        row.beganAt(),
                        row.usedAt(),
                        row.address(),
                        row.agent(),
                        current.filter(id -> id == row.id()).isPresent()))
                .toList();
    }

    /**
     * Ends one of the caller's own.
     *
     * @return Keycloak's id of it
     * @throws RecordNotFound when the caller has no such session
     */
    public String endOwn(String id) {
        refuseSupport();
        Caller caller = CallContext.require();
        return end(row(id, caller.isPerson() ? caller.memberId() : 0), caller.name(), Ending.ENDED);
    }

    /**
     * Ends one of a person. Needs {@link Feature#ADMINISTER}.
     *
     * @param name what the person is called
     * @return Keycloak's id of it
     * @throws RecordNotFound when the person has no such session
     */
    public String end(long member, String name, String id) {
        policy.require(Feature.ADMINISTER);
        return end(row(id, member), name, Ending.ENDED);
    }

    /** Ends all of the caller's own but the one by which the call comes; Keycloak's ids of them. */
    public Set<String> endOwnOthers() {
        refuseSupport();
        Caller caller = CallContext.require();
        return endAll(caller.isPerson() ? caller.memberId() : 0, caller.name(), Ending.ENDED);
    }

    /**
     * Ends all of a person but the one by which the call comes. Needs {@link Feature#ADMINISTER}.
     *
     * @param name what the person is called
     * @return Keycloak's ids of them
     */
    public Set<String> endAll(long member, String name, Ending why) {
        if (member != CallContext.require().memberId()) {
            policy.require(Feature.ADMINISTER);
        }
        Optional<String> spared = Optional.ofNullable(CallOrigin.current().session())
                .flatMap(rows::find)
                .map(Row::sid);
        List<Row> ended = rows.standing(member).stream()
                .filter(row -> !spared.equals(Optional.of(row.sid())))
                .toList();
        ended.forEach(row -> end(row, name, why));
        return ended.stream().map(Row::sid).collect(Collectors.toSet());
    }

    /** The caller logs out: the session is over, which the audit is told as a log-out. */
    public void loggedOut(String sid) {
        rows.end(CallContext.require().memberId(), sid, Ending.LOGGED_OUT, SessionRows.now());
        endings.fire(new SessionsEnded(CallContext.require().tenantId()));
    }

    private String end(Row row, String name, Ending why) {
        rows.end(row.member(), row.sid(), why, SessionRows.now());
        tell(row, name, why);
        endings.fire(new SessionsEnded(CallContext.require().tenantId()));
        return row.sid();
    }

    private void tell(Row row, String name, Ending why) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("person", RecordId.format(row.member()));
        details.put("since", row.beganAt().toString());
        details.put("address", row.address().orElse(null));
        details.put("agent", row.agent().orElse(null));
        details.put("why", why.name());
        trail.done(AuditArea.SESSIONS, AuditAction.ENDED, RecordId.format(row.id()), name, details);
    }

    private Row row(String id, long member) {
        return RecordId.parse(id).stream()
                .boxed()
                .flatMap(one -> rows.find(one).stream())
                .filter(row -> row.member() == member && row.ending().isEmpty())
                .findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    /** A supporter works as somebody whose sessions are not theirs. */
    private static void refuseSupport() {
        if (SupportVisit.find().isPresent()) {
            throw AccessDenied.ofSupport();
        }
    }
}
