package io.guanxi.infra.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The addresses of every kind of page inside a company, by the name of the kind. */
final class Places {

    private Places() {}

    /** The pages for records of the company that {@code api} speaks for. */
    static Map<String, String> in(Api api) {
        String account = first(api, "accounts");
        String contact = first(api, "contacts");
        String order = first(api, "orders");
        String product = first(api, "products");
        String document = document(api, account);
        Map<String, String> places = new LinkedHashMap<>();
        places.put("home", "/app");
        places.put("list", "/app/accounts");
        places.put("contacts", "/app/contacts");
        places.put("affiliations", "/app/affiliations");
        places.put("recycle-bin", "/app/accounts?deleted=true");
        places.put("empty-list", "/app/accounts?q=zzzzqqqq");
        places.put("record", "/app/accounts/" + account);
        places.put("contact", "/app/contacts/" + contact);
        places.put("new", "/app/accounts/new");
        places.put("edit", "/app/accounts/" + account + "/edit");
        places.put("edit-contact", "/app/contacts/" + contact + "/edit");
        places.put("tags", "/app/tags");
        places.put("products", "/app/products");
        places.put("product", "/app/products/" + product);
        places.put("edit-product", "/app/products/" + product + "/edit");
        places.put("orders", "/app/orders");
        places.put("order", "/app/orders/" + order);
        places.put("new-line", "/app/order-lines/new?order=" + order);
        places.put("groups", "/app/orders?group=status");
        places.put("board", "/app/orders?as=board:status");
        places.put("calendar", "/app/orders?as=calendar:orderDate");
        places.put("documents", "/app/documents");
        places.put("document", "/app/documents/" + document);
        places.put("import", "/app/accounts/import");
        places.put("bulk", "/app/accounts/bulk?q=a&change=rating");
        places.put("duplicates", "/app/accounts/duplicates");
        places.put("merge", "/app/accounts/merge?ids=" + String.join("+", two(api)));
        places.put("jobs", "/app/jobs");
        places.put("settings", "/app/admin");
        places.put("company", "/app/admin/company");
        places.put("people", "/app/admin/people");
        places.put("security", "/app/admin/security");
        places.put("sessions", "/app/sessions");
        places.put("roles", "/app/admin/roles");
        places.put("role", "/app/admin/roles?role=SALES_REP");
        places.put("role-fields", "/app/admin/roles?role=SALES_REP&object=accounts");
        places.put("teams", "/app/admin/teams");
        places.put("team-form", "/app/admin/teams?new=true");
        places.put("sharing", "/app/admin/sharing");
        places.put("objects", "/app/admin/objects");
        places.put("object-form", "/app/admin/objects?new=");
        places.put("fields", "/app/admin/fields?object=contacts");
        places.put("field-kinds", "/app/admin/fields?object=contacts&new=");
        places.put("field-form", "/app/admin/fields?object=contacts&type=CHOICE");
        places.put("map", "/app/map");
        places.put("map-edit", "/app/map?edit=");
        places.put("lifecycle", "/app/lifecycle");
        places.put("stage-rules", "/app/stage-rules");
        places.put("tag-form", "/app/tags/new");
        places.put("classes", "/app/admin/classes");
        places.put("class-form", "/app/admin/classes?new=");
        places.put("care-processes", "/app/care-processes");
        places.put("notes", "/app/notes");
        places.put("rules", "/app/admin/rules?object=contacts");
        places.put("rule-form", "/app/admin/rules?object=contacts&new=");
        places.put("layouts", "/app/admin/layouts?object=accounts");
        places.put("quality", "/app/admin/quality?object=accounts");
        places.put("partners", "/app/admin/partners");
        places.put("identity-provider", "/app/admin/identity-provider");
        places.put("identity-provider-saml", "/app/admin/identity-provider?protocol=saml");
        places.put("modules", "/app/admin/modules");
        places.put("usage", "/app/admin/usage");
        places.put("support", "/app/admin/support");
        places.put("audit", "/app/admin/audit?kind=sessions");
        places.put("export", "/app/admin/export");
        places.put("isolation", "/app/admin/isolation");
        places.put("closing", "/app/admin/closing");
        places.put("search", "/app/search?q=a");
        places.put("second-factor", "/second-factor");
        places.put("log-in-again", "/signin-again?why=idle");
        places.put("not-found", "/app/accounts/0000000000000");
        return places;
    }

    private static List<String> two(Api api) {
        return api.get("accounts?limit=2&sort=createdAt")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    private static String document(Api api, String account) {
        JsonNode known = api.get("documents?filter=relatedId==" + account)
                .expect(200)
                .json()
                .path("items");
        if (!known.isEmpty()) {
            return known.get(0).path("id").asText();
        }
        String id = api.post(
                        "documents",
                        Map.of("name", "Zq.pdf", "kind", "brochure", "relatedObject", "accounts", "relatedId", account))
                .expect(201)
                .id();
        api.request("PUT", "documents/" + id + "/content?fileName=zq.pdf")
                .body("application/octet-stream", "%PDF-1.7\n")
                .send()
                .expect(200);
        return id;
    }

    /** The oldest: one of the demonstration, with everything a page can show. */
    private static String first(Api api, String object) {
        return api.get(object + "?limit=1&sort=createdAt")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asText();
    }
}
