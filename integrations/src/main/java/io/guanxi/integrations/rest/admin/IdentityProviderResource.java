package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.tenantadmin.provider.CompanyProvider;
import io.guanxi.tenantadmin.provider.Finding;
import io.guanxi.tenantadmin.provider.IdentityProviders;
import io.guanxi.tenantadmin.provider.MailDomain;
import io.guanxi.tenantadmin.provider.MailDomains;
import io.guanxi.tenantadmin.provider.ProviderInput;
import io.guanxi.tenantadmin.provider.ProviderTrial;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A company's own identity provider and its mail domains. The secret goes in and never comes out. */
@Path("/v1/admin/identity-provider")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class IdentityProviderResource {

    private static final String PROTOCOL = "protocol";
    private static final String ADDRESS = "address";
    private static final String METADATA = "metadata";
    private static final String CLIENT_ID = "clientId";
    private static final String CLIENT_SECRET = "clientSecret";
    private static final String VERIFIED_ONLY = "verifiedOnly";
    private static final String ACTIVE = "active";
    private static final String VERSION = "version";
    private static final String DOMAIN = "domain";

    @Inject
    private IdentityProviders providers;

    @Inject
    private MailDomains domains;

    @Inject
    private ProviderTrial trial;

    /** What is set up, and what the provider has to be told; without members of a provider when there is none. */
    @GET
    public Response read() {
        return Answer.ok(written(providers.find())).toResponse().build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(InputStream in) {
        providers.find();
        Members members = new Members(
                RequestBody.read(in, RequestBody.SINGLE_LIMIT).object(),
                Set.of(PROTOCOL, ADDRESS, METADATA, CLIENT_ID, CLIENT_SECRET, VERIFIED_ONLY, VERSION));
        ProviderInput input = new ProviderInput(
                members.text(PROTOCOL),
                members.text(ADDRESS),
                members.text(METADATA),
                members.text(CLIENT_ID),
                members.text(CLIENT_SECRET),
                members.truth(VERIFIED_ONLY, true),
                members.number(VERSION));
        members.throwIfAny();
        return Answer.ok(written(Optional.of(providers.put(input))))
                .toResponse()
                .build();
    }

    @DELETE
    public Response remove() {
        providers.remove();
        return Response.noContent().build();
    }

    /** Whether people may come in by it. */
    @PUT
    @Path("/active")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response activate(InputStream in) {
        providers.find();
        Map<String, Object> given =
                RequestBody.read(in, RequestBody.SINGLE_LIMIT).object();
        Members members = new Members(given, Set.of(ACTIVE));
        if (!given.containsKey(ACTIVE)) {
            members.add("/" + ACTIVE, "required");
        }
        boolean active = members.truth(ACTIVE, false);
        members.throwIfAny();
        return Answer.ok(written(Optional.of(providers.activate(active))))
                .toResponse()
                .build();
    }

    /** Looks whether it is still what was set up. */
    @POST
    @Path("/test")
    public Response test() {
        List<Map<String, Object>> findings =
                trial.run().stream().map(IdentityProviderResource::written).toList();
        return Answer.ok(Map.of("findings", findings)).toResponse().build();
    }

    @GET
    @Path("/domains")
    public Response domains() {
        return Answer.ok(Map.of(
                        "items",
                        domains.all().stream()
                                .map(IdentityProviderResource::written)
                                .toList()))
                .toResponse()
                .build();
    }

    @POST
    @Path("/domains")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response claim(InputStream in) {
        domains.all();
        Members members =
                new Members(RequestBody.read(in, RequestBody.SINGLE_LIMIT).object(), Set.of(DOMAIN));
        String domain = members.text(DOMAIN);
        members.throwIfAny();
        return Answer.of(201, null, null, written(domains.claim(domain)))
                .toResponse()
                .build();
    }

    /** Looks for the proof in the domain's name service. */
    @POST
    @Path("/domains/{domain}/verify")
    public Response verify(@PathParam(DOMAIN) String domain) {
        return Answer.ok(written(domains.verify(domain))).toResponse().build();
    }

    @DELETE
    @Path("/domains/{domain}")
    public Response giveUp(@PathParam(DOMAIN) String domain) {
        domains.remove(domain);
        return Response.noContent().build();
    }

    private Map<String, Object> written(Optional<CompanyProvider> provider) {
        Map<String, Object> members = new LinkedHashMap<>();
        provider.ifPresent(one -> {
            members.put(PROTOCOL, one.protocol().word());
            members.put(ADDRESS, one.address().orElse(null));
            members.put("entity", one.details().entity());
            members.put("signIn", one.details().signIn());
            members.put(CLIENT_ID, one.clientId().orElse(null));
            members.put(VERIFIED_ONLY, one.verifiedOnly());
            members.put(ACTIVE, one.active());
            members.put("changedAt", one.changedAt());
        });
        members.put(VERSION, provider.map(CompanyProvider::version).orElse(0L));
        members.put("returnAddress", providers.returnAddress());
        members.put("serviceEntity", providers.entity());
        return members;
    }

    private static Map<String, Object> written(Finding finding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", finding.code());
        members.put("good", finding.good());
        return members;
    }

    private static Map<String, Object> written(MailDomain domain) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(DOMAIN, domain.domain());
        members.put("verifiedAt", domain.verifiedAt().orElse(null));
        members.put("recordName", domain.recordName());
        members.put("recordValue", domain.recordValue());
        return members;
    }
}
