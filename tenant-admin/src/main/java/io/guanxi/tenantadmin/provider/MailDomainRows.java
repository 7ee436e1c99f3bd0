package io.guanxi.tenantadmin.provider;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.tenantadmin.link.LinkToken;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept of mail domains: the claims of each company, and for all of them whose a proved domain is. */
@Stateless
@TenantBound
public class MailDomainRows {

    /** Claims of one company. */
    private static final int MOST = 50;

    private static final String PROVED = "verified";
    private static final int PROOF_LENGTH = 32;

    @Inject
    private SqlGateway sql;

    @Inject
    private AuditTrail trail;

    public List<MailDomain> all() {
        Map<String, Owner> owned = new HashMap<>();
        sql.queryPlatform(
                        "SELECT domain, proof, verified_at FROM mail_domain_owner WHERE tenant_id = ?",
                        Owner::read,
                        CallContext.require().tenantId())
                .forEach(owner -> owned.put(owner.domain(), owner));
        return sql
                .query(
                        "SELECT domain, proof FROM mail_domain WHERE tenant_id = ? ORDER BY domain",
                        row -> new MailDomain(row.getString(1), row.getString(2), Optional.empty()))
                .stream()
                .map(claim -> new MailDomain(
                        claim.domain(),
                        claim.proof(),
                        Optional.ofNullable(owned.get(claim.domain()))
                                .map(owner -> owner.verifiedAt().toInstant(ZoneOffset.UTC))))
                .toList();
    }

    public MailDomain claim(String domain) {
        List<MailDomain> known = all();
        Optional<MailDomain> again =
                known.stream().filter(one -> one.domain().equals(domain)).findFirst();
        if (again.isPresent()) {
            return again.get();
        }
        if (known.size() >= MOST) {
            throw new InvalidRecord(FieldError.of("/domain", "domain.many", MOST));
        }
        String proof = LinkToken.random().digest().substring(0, PROOF_LENGTH);
        sql.update(
                "INSERT INTO mail_domain (tenant_id, domain, proof, claimed_at) VALUES (?, ?, ?, ?)",
                domain,
                proof,
                now());
        trail.created(AuditArea.SECURITY, domain, domain, Map.of(PROVED, false));
        return new MailDomain(domain, proof, Optional.empty());
    }

    /** What stood in the name service when the domain became somebody's; empty when it is nobody's. */
    public Optional<String> ownerProof(String domain) {
        return sql
                .queryPlatform("SELECT proof FROM mail_domain_owner WHERE domain = ?", row -> row.getString(1), domain)
                .stream()
                .findFirst();
    }

    /** The domain is the caller's company's from now on. */
    public void own(MailDomain domain) {
        sql.updatePlatform("DELETE FROM mail_domain_owner WHERE domain = ?", domain.domain());
        sql.updatePlatform(
                "INSERT INTO mail_domain_owner (domain, tenant_id, proof, verified_at) VALUES (?, ?, ?, ?)",
                domain.domain(),
                CallContext.require().tenantId(),
                domain.proof(),
                now());
        trail.changed(
                AuditArea.SECURITY,
                domain.domain(),
                domain.domain(),
                Map.of(PROVED, domain.isVerified()),
                Map.of(PROVED, true));
    }

    public void remove(MailDomain domain) {
        sql.update("DELETE FROM mail_domain WHERE tenant_id = ? AND domain = ?", domain.domain());
        sql.updatePlatform(
                "DELETE FROM mail_domain_owner WHERE domain = ? AND tenant_id = ?",
                domain.domain(),
                CallContext.require().tenantId());
        trail.removed(AuditArea.SECURITY, domain.domain(), domain.domain(), Map.of(PROVED, domain.isVerified()));
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private record Owner(String domain, String proof, LocalDateTime verifiedAt) {

        static Owner read(ResultSet row) throws SQLException {
            return new Owner(row.getString(1), row.getString(2), row.getObject(3, LocalDateTime.class));
        }
    }
}
