package io.guanxi.infra.browser;

import io.guanxi.infra.system.support.Api;
import java.util.LinkedHashMap;
import java.util.Map;

/** The addresses of every kind of page inside a company, by the name of the kind. */
final class Places {

    private Places() {}

    /** The pages for records of the company that {@code api} speaks for. */
    static Map<String, String> in(Api api) {
        String account = first(api, "accounts");
        String contact = first(api, "contacts");
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
        places.put("import", "/app/accounts/import");
        places.put("jobs", "/app/jobs");
        places.put("people", "/app/admin/people");
        places.put("search", "/app/search?q=a");
        places.put("not-found", "/app/accounts/0000000000000");
        return places;
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
