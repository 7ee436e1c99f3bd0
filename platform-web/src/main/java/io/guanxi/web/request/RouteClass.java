package io.guanxi.web.request;

import java.util.Arrays;
import java.util.List;

/** What kind of address a request asks for, for figures: a dozen names, none of which tells an object, id or person. */
enum RouteClass {
    API_COLLECTION,
    API_ITEM,
    API_OTHER,
    PAGE_HOME,
    PAGE_LIST,
    PAGE_RECORD,
    PAGE_OTHER,
    ASSET,
    LOG_IN,
    OPERATIONS,
    OTHER;

    static RouteClass of(String path) {
        List<String> parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        return switch (parts.isEmpty() ? "" : parts.get(0)) {
            case "api" -> api(parts);
            case "app" -> page(parts.size());
            case "jakarta.faces.resource", "assets" -> ASSET;
            case "oidc", "signin", "signin-failed", "tenant", "logout" -> LOG_IN;
            case "health", "metrics", "management" -> OPERATIONS;
            default -> OTHER;
        };
    }

    private static RouteClass api(List<String> parts) {
        boolean versioned = parts.size() > 1 && parts.get(1).equals("v1");
        if (versioned && parts.size() == 3) {
            return API_COLLECTION;
        }
        return versioned && parts.size() == 4 ? API_ITEM : API_OTHER;
    }

    private static RouteClass page(int parts) {
        return switch (parts) {
            case 1 -> PAGE_HOME;
            case 2 -> PAGE_LIST;
            case 3 -> PAGE_RECORD;
            default -> PAGE_OTHER;
        };
    }
}
