package io.guanxi.infra.system.isolation;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Ways to name what a tenant is made of: objects of its own, its modules and its leave for support. */
final class TenantProbes {

    private final List<Probe> all = new ArrayList<>();

    private TenantProbes() {}

    static List<Probe> all() {
        TenantProbes probes = new TenantProbes();
        probes.objects();
        probes.modules();
        return probes.all;
    }

    /** Definitions of objects that a tenant makes; their records are no others than those above. */
    private void objects() {
        String list = "admin/objects";
        admin("GET /v1/" + list, "nowhere", 200, (api, ids) -> api.get(list));
        admin("POST /v1/" + list, "nowhere, without a label", 422, (api, ids) -> api.post(list, Map.of("name", "x")));
        admin("GET /v1/" + list + "/{path}", "path", 200, (api, ids) -> api.get(list + "/" + ids.object()));
        admin(
                "PATCH /v1/" + list + "/{path}",
                "path",
                200,
                (api, ids) -> api.patch(list + "/" + ids.object(), Map.of("icon", "pi-star")));
        admin("DELETE /v1/" + list + "/{path}", "path", 202, (api, ids) -> api.delete(list + "/" + ids.object()));
    }

    /** Modules have no ids; that one tenant's switch is not the other's is shown elsewhere. */
    private void modules() {
        admin("GET /v1/admin/modules", "nowhere", 200, (api, ids) -> api.get("admin/modules"));
        admin("GET /v1/admin/modules/{module}", "nowhere", 200, (api, ids) -> api.get("admin/modules/sales"));
        admin(
                "PATCH /v1/admin/modules/{module}",
                "nowhere, as it is",
                200,
                (api, ids) -> api.patch("admin/modules/sales", Map.of("on", true)));
        String export = "admin/tenant-export";
        admin("GET /v1/" + export, "nowhere", 200, (api, ids) -> api.get(export));
        admin("POST /v1/" + export, "nowhere", 202, (api, ids) -> api.post(export, ""));
        admin("GET /v1/admin/usage", "nowhere", 200, (api, ids) -> api.get("admin/usage"));
        admin("GET /v1/admin/isolation-proof", "nowhere", 200, (api, ids) -> api.get("admin/isolation-proof"));
        String support = "admin/support-access";
        admin("POST /v1/" + support, "nowhere, without hours", 422, (api, ids) -> api.post(support, Map.of()));
        admin("GET /v1/" + support, "nowhere", 200, (api, ids) -> api.get(support));
        admin("DELETE /v1/" + support, "nowhere", 204, (api, ids) -> api.delete(support));
        String closing = "admin/closing";
        admin("GET /v1/" + closing, "nowhere", 200, (api, ids) -> api.get(closing));
        admin("POST /v1/" + closing, "nowhere, without a name", 422, (api, ids) -> api.post(closing, Map.of()));
        admin("DELETE /v1/" + closing, "nowhere, not closed", 404, (api, ids) -> api.delete(closing));
    }

    private void admin(String route, String where, int success, BiFunction<Api, Ids, Answer> send) {
        all.add(new Probe(route, where, success, send, true));
    }
}
