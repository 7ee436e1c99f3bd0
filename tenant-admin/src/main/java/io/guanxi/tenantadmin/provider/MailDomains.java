package io.guanxi.tenantadmin.provider;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The mail domains of the caller's company, for its admins. A claim says nothing until a text that is told to this company
 * alone stands in the domain's name service; a proved domain is one company's. When another company proves it as well, the
 * proof of the first is looked for again, and only when it is gone the domain goes over: so it follows its owner.
 */
@ApplicationScoped
public class MailDomains {

    private static final String POINTER = "/domain";

    @Inject
    private AccessPolicy policy;

    @Inject
    private MailDomainRows rows;

    @Inject
    private NameService names;

    /** By name. */
    public List<MailDomain> all() {
        policy.require(Feature.ADMINISTER);
        return rows.all();
    }

    /**
     * @throws RecordNotFound when the company has not claimed it
     */
    public MailDomain require(String domain) {
        policy.require(Feature.ADMINISTER);
        return rows.all().stream()
                .filter(one -> one.domain().equals(domain))
                .findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    /**
     * Says that a domain is the company's; it has to be proved then.
     *
     * @throws InvalidRecord when it is no domain, or one at which anybody gets a mail address
     */
    public MailDomain claim(String text) {
        policy.require(Feature.ADMINISTER);
        String domain =
                DomainName.parse(text).orElseThrow(() -> new InvalidRecord(FieldError.of(POINTER, "domain.invalid")));
        if (DomainName.isPublic(domain)) {
            throw new InvalidRecord(FieldError.of(POINTER, "domain.public", domain));
        }
        return rows.claim(domain);
    }

    /**
     * Looks for the proof.
     *
     * @throws InvalidRecord  when it is not there, or the name service does not answer, or the domain is another company's
     * @throws RecordNotFound when the company has not claimed it
     */
    public MailDomain verify(String domain) {
        MailDomain claimed = require(domain);
        if (!isProved(claimed)) {
            throw new InvalidRecord(FieldError.of(POINTER, "domain.unproved", claimed.recordName()));
        }
        rows.ownerProof(domain)
                .filter(proof -> !proof.equals(claimed.proof()))
                .map(proof -> new MailDomain(domain, proof, claimed.verifiedAt()))
                .filter(this::isProved)
                .ifPresent(other -> {
                    throw new InvalidRecord(FieldError.of(POINTER, "domain.taken", domain));
                });
        rows.own(claimed);
        return require(domain);
    }

    /**
     * Gives a domain up: nobody gets to the identity provider by it any longer.
     *
     * @throws RecordNotFound when the company has not claimed it
     */
    public void remove(String domain) {
        rows.remove(require(domain));
    }

    private boolean isProved(MailDomain domain) {
        try {
            return names.texts(domain.recordName()).contains(domain.recordValue());
        } catch (NameService.Away away) {
            throw new InvalidRecord(FieldError.of(POINTER, "domain.unanswered"));
        }
    }
}
