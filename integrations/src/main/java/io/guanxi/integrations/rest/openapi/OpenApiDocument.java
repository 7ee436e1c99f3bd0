package io.guanxi.integrations.rest.openapi;

import io.guanxi.customers.classes.CustomerClasses;
import io.guanxi.documents.Documents;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The OpenAPI 3.1 document of the objects at hand: what their descriptors say, so that it cannot say anything else than
 * the API does.
 */
public final class OpenApiDocument {

    private OpenApiDocument() {}

    /**
     * @param issuer the OpenID provider whose tokens are taken; empty leaves out where to get them
     * @param locale language of titles and descriptions
     */
    public static Map<String, Object> of(Collection<ObjectDescriptor> objects, Optional<String> issuer, Locale locale) {
        Texts texts = new Texts(locale);
        CommonParts parts = new CommonParts(texts);
        Map<String, Object> paths = new LinkedHashMap<>();
        Map<String, Object> schemas = new LinkedHashMap<>();
        ObjectSchemas objectSchemas = new ObjectSchemas(texts);
        List<Object> tags = new ArrayList<>();
        for (ObjectDescriptor object : objects) {
            new ObjectPaths(texts, parts, object).addTo(paths);
            new FieldPaths(texts, parts, object).addTo(paths);
            if (!object.matching().isEmpty()) {
                DuplicatePaths duplicates = new DuplicatePaths(texts, parts, object);
                duplicates.addTo(paths);
                duplicates.addSchemas(schemas);
            }
            new RulePaths(texts, parts, object).addTo(paths);
            new LayoutPaths(texts, parts, object).addTo(paths);
            if (object.isMeasured()) {
                new CompletenessPaths(texts, parts, object).addTo(paths);
            }
            objectSchemas.addTo(schemas, object);
            tags.add(Node.of("name", object.path(), "description", Labels.plural(object, locale)));
        }
        tags.add(Node.of("name", "jobs", "description", texts.get("tag.jobs")));
        tags.add(Node.of("name", ViewPaths.TAG, "description", texts.get("tag.views")));
        tags.add(Node.of("name", ImportMappingPaths.TAG, "description", texts.get("tag.importMappings")));
        tags.add(Node.of("name", ObjectDefinitionPaths.TAG, "description", texts.get("tag.objects")));
        tags.add(Node.of("name", ModulePaths.TAG, "description", texts.get("tag.modules")));
        tags.add(Node.of("name", SearchPaths.TAG, "description", texts.get("tag.search")));
        tags.add(Node.of("name", "fields", "description", texts.get("tag.fields")));
        tags.add(Node.of("name", "rules", "description", texts.get("tag.rules")));
        tags.add(Node.of("name", CleansingPaths.TAG, "description", texts.get("tag.cleansing")));
        tags.add(Node.of("name", CompanyPaths.TAG, "description", texts.get("tag.company")));
        tags.add(Node.of("name", ClientPaths.TAG, "description", texts.get("tag.clients")));
        tags.add(Node.of("name", ProviderPaths.TAG, "description", texts.get("tag.identityProvider")));
        tags.add(Node.of("name", AuditPaths.TAG, "description", texts.get("tag.audit")));
        tags.add(Node.of("name", PeoplePaths.TAG, "description", texts.get("tag.people")));
        tags.add(Node.of("name", SecurityPaths.TAG, "description", texts.get("tag.security")));
        tags.add(Node.of("name", SessionPaths.TAG, "description", texts.get("tag.sessions")));
        tags.add(Node.of("name", LayoutPaths.TAG, "description", texts.get("tag.layouts")));
        tags.add(Node.of("name", DocumentPaths.TAG, "description", texts.get("tag.documents")));
        if (objects.stream().anyMatch(object -> object.path().equals(Documents.PATH))) {
            new ContentPaths(texts, parts).addTo(paths);
        }
        if (objects.stream().anyMatch(object -> object.path().equals(CustomerClasses.PATH))) {
            tags.add(Node.of("name", "customers", "description", texts.get("tag.customers")));
            new CustomerPaths(texts, parts).addTo(paths);
            schemas.put("Insight", CustomerPaths.insightSchema());
        }
        new ObjectDefinitionPaths(texts, parts).addTo(paths);
        new ModulePaths(texts, parts).addTo(paths);
        new JobPaths(texts, parts).addTo(paths);
        PeoplePaths people = new PeoplePaths(texts, parts);
        people.addTo(paths);
        PeoplePaths.addSchemas(schemas);
        new SessionPaths(texts, parts).addTo(paths);
        SessionPaths.addSchemas(schemas);
        SecurityPaths security = new SecurityPaths(texts, parts);
        security.addTo(paths);
        security.addSchemas(schemas);
        objects.stream()
                .filter(ObjectDescriptor::isOwned)
                .forEach(object -> people.addShares(paths, object.path(), ObjectSchemas.name(object)));
        CleansingPaths cleansing = new CleansingPaths(texts, parts);
        cleansing.addTo(paths);
        cleansing.addSchemas(schemas);
        CompanyPaths company = new CompanyPaths(texts, parts);
        company.addTo(paths);
        new SamplePaths(texts, parts).addTo(paths);
        new TenantExportPaths(texts, parts).addTo(paths);
        company.addSchemas(schemas);
        ClientPaths clients = new ClientPaths(texts, parts);
        clients.addTo(paths);
        clients.addSchemas(schemas);
        ProviderPaths provider = new ProviderPaths(texts, parts);
        provider.addTo(paths);
        provider.addSchemas(schemas);
        AuditPaths audit = new AuditPaths(texts, parts);
        audit.addTo(paths);
        audit.addSchemas(schemas);
        new ProofPaths(texts, parts).addTo(paths);
        new ViewPaths(texts, parts).addTo(paths);
        new ImportMappingPaths(texts, parts).addTo(paths);
        new DocumentPaths(texts, parts).addTo(paths);
        schemas.put(FieldPaths.SCHEMA, FieldPaths.schema());
        schemas.put(ViewPaths.SCHEMA, ViewPaths.schema(texts));
        schemas.put(ImportMappingPaths.SCHEMA, ImportMappingPaths.schema(texts));
        new SearchPaths(texts, parts).addTo(paths);
        new DocumentPaths(texts, parts).addTo(paths);
        schemas.put(FieldPaths.SCHEMA, FieldPaths.schema());
        RulePaths.addSchemas(schemas);
        schemas.put(ObjectDefinitionPaths.SCHEMA, ObjectDefinitionPaths.schema());
        schemas.put(LayoutPaths.SCHEMA, LayoutPaths.schema());
        new CommonSchemas(texts).addTo(schemas);
        return Node.of(
                "openapi",
                "3.1.0",
                "info",
                info(texts),
                "servers",
                List.of(Node.of("url", "/api")),
                "security",
                issuer.isPresent() ? security("bearer", "openId") : security("bearer"),
                "tags",
                tags,
                "paths",
                paths,
                "components",
                Node.of(
                        "schemas", schemas,
                        "parameters", parts.parameters(),
                        "headers", parts.headers(),
                        "responses", parts.responses(),
                        "securitySchemes", schemes(texts, issuer)));
    }

    private static Map<String, Object> info(Texts texts) {
        return Node.of(
                "title", texts.get("info.title"),
                "version", "1.0",
                "description", texts.get("info.description"),
                "license", Node.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
    }

    private static List<Object> security(String... schemes) {
        List<Object> alternatives = new ArrayList<>();
        for (String scheme : schemes) {
            alternatives.add(Node.of(scheme, List.of()));
        }
        return alternatives;
    }

    private static Map<String, Object> schemes(Texts texts, Optional<String> issuer) {
        Map<String, Object> schemes = new LinkedHashMap<>();
        schemes.put(
                "bearer",
                Node.of(
                        "type",
                        "http",
                        "scheme",
                        "bearer",
                        "bearerFormat",
                        "JWT",
                        "description",
                        texts.get("security.bearer")));
        issuer.ifPresent(address -> schemes.put(
                "openId",
                Node.of(
                        "type",
                        "openIdConnect",
                        "openIdConnectUrl",
                        address + "/.well-known/openid-configuration",
                        "description",
                        texts.get("security.openId"))));
        return schemes;
    }
}
