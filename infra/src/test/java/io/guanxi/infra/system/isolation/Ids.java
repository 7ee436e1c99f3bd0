package io.guanxi.infra.system.isolation;

import static org.awaitility.Awaitility.await;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ApiObject;
import io.guanxi.infra.system.support.Database;
import io.guanxi.kernel.id.RecordId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of everything that has an id.
 *
 * @param records    id by the object's place in addresses, {@code accounts} for example
 * @param byName     the same by the object's name, {@code account} for example
 * @param fields     id of the definition of a field of the tenant's own, by the object's place in addresses
 * @param view       a view of accounts that the submitter shares
 * @param mapping    a mapping of imports into accounts that the submitter shares
 * @param pairs      id of a pair of likely duplicates, by the object's place in addresses
 * @param twins      id of one of the pair
 * @param rules      id of a rule of the tenant's own, by the object's place in addresses
 * @param object     path of an object of the tenant's own
 * @param settings   name of a role, id of a team and id of a sharing rule of the tenant's own; a person who is gone, a
 *                   session of theirs and another, and one of the tenant's owner
 * @param currency   what the tenant pays in
 * @param member     a person
 * @param job        a job
 * @param export     a job that has made a file
 * @param run        a run that looks for what is wrong with records
 * @param client     a program of a partner
 * @param externalId under which the other system {@code erp} knows each of the records
 * @param secret     a word that stands in all of it and nowhere else
 */
record Ids(
        Map<String, String> records,
        Map<String, String> byName,
        Map<String, String> fields,
        String view,
        String mapping,
        Map<String, String> pairs,
        Map<String, String> twins,
        Map<String, String> rules,
        String object,
        Map<String, String> settings,
        String currency,
        String member,
        String job,
        String export,
        String run,
        String client,
        String externalId,
        String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /**
     * Makes one of everything.
     *
     * @param database  for what no operation makes
     * @param records   makes the records
     * @param owner     a person of the tenant, to own one of them
     * @param submitter submits the job
     */
    static Ids make(Database database, Api records, Api owner, Api submitter, String secret) {
        owner.post("admin/identity-provider/domains", Map.of("domain", secret + ".example"))
                .expect(201);
        Answer owned = owner.post("accounts", Map.of("name", "O " + secret)).expect(201);
        String currency = currency(records);
        Map<String, String> byName = new HashMap<>();
        Map<String, String> twins = new HashMap<>();
        Map<String, String> pairs = pairs(records, secret, twins);
        return new Ids(
                records(records, secret, currency, byName),
                byName,
                fields(records, owner, secret),
                submitter
                        .post("views", Map.of("object", "accounts", "name", "V " + secret, "shared", true))
                        .expect(201)
                        .id(),
                submitter
                        .post(
                                "import-mappings",
                                Map.of(
                                        "object",
                                        "accounts",
                                        "name",
                                        "M " + secret,
                                        "shared",
                                        true,
                                        "columns",
                                        Map.of("Firm " + secret, "name")))
                        .expect(201)
                        .id(),
                pairs,
                twins,
                rules(records, owner, secret),
                object(owner, secret),
                settings(database, owner, secret),
                currency,
                owned.json().path("owner").asText(),
                job(submitter, secret),
                export(submitter, secret),
                run(owner),
                owner.post("admin/clients", Map.of("name", "C " + secret, "grants", List.of()))
                        .expect(201)
                        .id(),
                secret,
                secret);
    }

    private static Map<String, String> settings(Database database, Api owner, String secret) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "role",
                owner.post("admin/roles", Map.of("label", "L " + secret, "rights", Map.of()))
                        .expect(201)
                        .json()
                        .path("name")
                        .asText());
        settings.put(
                "team",
                owner.post("admin/teams", Map.of("name", "T " + secret))
                        .expect(201)
                        .id());
        settings.put(
                "sharing",
                owner.post(
                                "admin/sharing-rules",
                                Map.of(
                                        "name",
                                        "S " + secret,
                                        "object",
                                        "accounts",
                                        "source",
                                        Map.of("kind", "team", "name", settings.get("team")),
                                        "grantee",
                                        Map.of("kind", "role", "name", settings.get("role")),
                                        "level",
                                        "read"))
                        .expect(201)
                        .id());
        sessions(database, secret, settings);
        return settings;
    }

    /** In the tenant that owns the account made first: people do not come and go, and log in, for each look at it. */
    private static void sessions(Database database, String secret, Map<String, String> settings) {
        long person = RecordId.next();
        String account = " FROM account WHERE name = ?";
        database.change(
                "INSERT INTO member (tenant_id, id, version, email, name, role, status, created_at)"
                        + " SELECT tenant_id, ?, 1, ?, ?, 'READ_ONLY', 'DEACTIVATED', NOW()" + account,
                person,
                secret + "@gone.example",
                "G " + secret,
                "O " + secret);
        settings.put("person", RecordId.format(person));
        Map.of("session", Long.toString(person), "another", Long.toString(person), "ownSession", "owner_id")
                .forEach((name, of) -> {
                    long id = RecordId.next();
                    database.change(
                            "INSERT INTO person_session (tenant_id, id, member_id, sid, channel, began_at, used_at)"
                                    + " SELECT tenant_id, ?, " + of + ", ?, 'PAGE', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)"
                                    + account,
                            id,
                            secret + name,
                            "O " + secret);
                    settings.put(name, RecordId.format(id));
                });
    }

    private static String run(Api owner) {
        owner.post("admin/cleansing/runs", "").expect(202);
        return owner.get("admin/cleansing/runs")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    /** One of each object, those first that others point to. */
    private static Map<String, String> records(Api api, String secret, String currency, Map<String, String> byName) {
        List<ApiObject> waiting = new ArrayList<>(
                ApiObject.all(api.get("openapi.json").expect(200).json()));
        Map<String, String> byPath = new HashMap<>();
        while (!waiting.isEmpty()) {
            ApiObject next = waiting.stream()
                    .filter(object -> object.references().values().stream()
                            .allMatch(target -> target.equals("member")
                                    || target.equals(object.name())
                                    || byName.containsKey(target)))
                    .findFirst()
                    .orElseThrow();
            Answer made = api.put(
                            next.path() + "/by-external-id/erp/" + secret,
                            next.sample(next.name().charAt(0) + " " + secret, byName, currency))
                    .expect(201);
            byName.put(next.name(), made.id());
            byPath.put(next.path(), made.id());
            waiting.remove(next);
        }
        return byPath;
    }

    /** What two records of an object have that a scan takes for one, by the object's place in addresses. */
    private static Map<String, Map<String, Object>> twins(String secret) {
        return Map.of(
                "accounts", Map.of("name", "Twin " + secret),
                "contacts",
                        Map.of(
                                "lastName",
                                "Twin",
                                "emails",
                                List.of(Map.of("label", "work", "address", secret + "@twin.example"))));
    }

    /** The input of one more of them. */
    Map<String, Object> twin(String object) {
        return twins(secret).get(object);
    }

    /** Two accounts and two people that a scan takes for one. */
    private static Map<String, String> pairs(Api api, String secret, Map<String, String> twins) {
        Map<String, String> pairs = new HashMap<>();
        twins(secret).forEach((object, sample) -> {
            api.post(object, sample).expect(201);
            String second = api.post(object, sample).expect(201).id();
            String scan = api.post(object + "/duplicates/scan", "").expect(202).id();
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> api.get("jobs/" + scan)
                            .json()
                            .path("status")
                            .asText()
                            .equals("succeeded"));
            twins.put(object, second);
            pairs.put(
                    object,
                    api.all(object + "/duplicates?limit=100").stream()
                            .filter(pair ->
                                    pair.path("records").findValuesAsText("id").contains(second))
                            .findFirst()
                            .orElseThrow()
                            .path("id")
                            .asText());
        });
        return pairs;
    }

    private static Map<String, String> fields(Api api, Api owner, String secret) {
        Map<String, String> fields = new HashMap<>();
        for (ApiObject object :
                ApiObject.all(api.get("openapi.json").expect(200).json())) {
            Map<String, Object> definition =
                    Map.of("name", secret, "type", "text", "labels", Map.of("en", "F " + secret));
            fields.put(
                    object.path(),
                    owner.post("admin/objects/" + object.path() + "/fields", definition)
                            .expect(201)
                            .id());
        }
        return fields;
    }

    private static Map<String, String> rules(Api api, Api owner, String secret) {
        Map<String, String> rules = new HashMap<>();
        for (ApiObject object :
                ApiObject.all(api.get("openapi.json").expect(200).json())) {
            Map<String, Object> definition = Map.of(
                    "name",
                    "R " + secret,
                    "condition",
                    "custom." + secret + " != 'x'",
                    "messages",
                    Map.of("en", secret));
            rules.put(
                    object.path(),
                    owner.post("admin/objects/" + object.path() + "/rules", definition)
                            .expect(201)
                            .id());
        }
        return rules;
    }

    private static String object(Api owner, String secret) {
        String path = secret + "s";
        owner.post("admin/objects", Map.of("name", secret, "path", path, "labels", Map.of("en", "O " + secret)))
                .expect(201);
        return path;
    }

    /** What the tenant pays in: an order that says nothing else is in it. */
    private static String currency(Api api) {
        return api.post("orders", Map.of()).expect(201).json().path("currency").asText();
    }

    /** A job that has ended with a record and an error, so that each of its addresses has something to show. */
    private static String job(Api submitter, String secret) {
        String job = submitter
                .request("POST", "jobs?type=import&object=accounts&fileName=" + secret + ".csv")
                .body("text/csv", "name,employees\n" + secret + ",many\nI " + secret + ",1\n")
                .send()
                .expect(202)
                .id();
        return ended(submitter, job);
    }

    /** A job that has made a file of one record. */
    private static String export(Api submitter, String secret) {
        return ended(
                submitter,
                submitter
                        .post("jobs?type=export&object=accounts&filter=name=='I%20" + secret + "'", Map.of())
                        .expect(202)
                        .id());
    }

    private static String ended(Api submitter, String job) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> submitter
                        .get("jobs/" + job)
                        .json()
                        .path("status")
                        .asText()
                        .equals("succeeded"));
        return job;
    }

    /** Ids of the same form that nothing has. */
    Ids madeUp() {
        Map<String, String> others = records.values().stream().collect(Collectors.toMap(id -> id, Ids::madeUp));
        return new Ids(
                records.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> others.get(e.getValue()))),
                byName.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> others.get(e.getValue()))),
                fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> madeUp(e.getValue()))),
                madeUp(view),
                madeUp(mapping),
                pairs.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> madeUp(e.getValue()))),
                twins.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> madeUp(e.getValue()))),
                rules.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> madeUp(e.getValue()))),
                "made" + madeUp(job).toLowerCase(java.util.Locale.ROOT),
                settings.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> madeUp(e.getValue()))),
                currency,
                madeUp(member),
                madeUp(job),
                madeUp(export),
                madeUp(run),
                madeUp(client),
                "made" + madeUp(job),
                "made" + madeUp(job));
    }

    /** As old as the real one; only the part that is chance differs. */
    private static String madeUp(String id) {
        StringBuilder other = new StringBuilder(id);
        for (int i = id.length() - 4; i < id.length(); i++) {
            other.setCharAt(i, DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return other.toString().equals(id) ? madeUp(id) : other.toString();
    }

    /** Everything that tells these from others, the longest first. */
    List<String> all() {
        return Stream.of(
                        records.values().stream(),
                        fields.values().stream(),
                        pairs.values().stream(),
                        twins.values().stream(),
                        rules.values().stream(),
                        settings.values().stream(),
                        Stream.of(view, mapping, member, job, export, client, externalId, secret, object))
                .flatMap(ids -> ids)
                .sorted(java.util.Comparator.comparing(String::length).reversed())
                .toList();
    }
}
