package io.guanxi.web.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an address under {@code /app} asks for.
 *
 * @param page   which page answers
 * @param object path of the object, such as {@code accounts}; empty on pages of no object
 * @param id     id of the record or job; empty when there is none
 */
public record Route(Page page, String object, String id) {

    /** The pages there are: one each for all objects. */
    public enum Page {
        HOME("home"),
        OBJECTS("objects"),
        ADMINISTRATION("administration"),
        SEARCH("search"),
        SUGGESTIONS("search-suggestions"),
        LIST("list"),
        ROWS("list-rows"),
        RECORD("record"),
        CHANGES("record-changes"),
        EDIT("edit"),
        IMPORT("import"),
        BULK("bulk"),
        DUPLICATES("duplicates"),
        MERGE("merge"),
        JOBS("jobs"),
        JOB("job"),
        MAP("map"),
        LIFECYCLE("lifecycle"),
        EXPORT(""),
        TOOLS(""),
        CHOICES(""),
        VIEWS(""),
        CELL(""),
        CONTENT(""),
        JOB_ERRORS(""),
        JOB_CHANGES(""),
        JOB_RESULT("");

        private final String view;

        Page(String view) {
            this.view = view;
        }

        /** Address of the Faces view inside the application; empty for downloads, which a servlet of that name serves. */
        public Optional<String> view() {
            return view.isEmpty() ? Optional.empty() : Optional.of("/pages/" + view + ".xhtml");
        }
    }

    /**
     * @param path     what follows {@code /app}, such as {@code /accounts/0H3KZ5Q8R4T2V/edit}; null or empty for the
     *     home page
     * @param fragment true when only the part of the page that grows is wanted
     * @return empty when no page has such an address
     */
    public static Optional<Route> of(String path, boolean fragment) {
        List<String> parts = path == null
                ? List.of()
                : Arrays.stream(path.split("/")).filter(p -> !p.isEmpty()).toList();
        return switch (parts.size()) {
            case 0 -> Optional.of(new Route(Page.HOME, "", ""));
            case 1 -> Optional.of(single(parts.get(0), fragment));
            case 2 -> Optional.of(pair(parts.get(0), parts.get(1), fragment));
            case 3 -> triple(parts.get(0), parts.get(1), parts.get(2));
            default -> Optional.empty();
        };
    }

    private static Route single(String first, boolean fragment) {
        return switch (first) {
            case "search" -> new Route(fragment ? Page.SUGGESTIONS : Page.SEARCH, "", "");
            case "jobs" -> new Route(Page.JOBS, "", "");
            case "map" -> new Route(Page.MAP, "", "");
            case "lifecycle" -> new Route(Page.LIFECYCLE, "", "");
            case "objects" -> new Route(Page.OBJECTS, "", "");
            case "admin" -> new Route(Page.ADMINISTRATION, "", "");
            default -> new Route(fragment ? Page.ROWS : Page.LIST, first, "");
        };
    }

    private static Route pair(String first, String second, boolean fragment) {
        if (first.equals("jobs")) {
            return new Route(Page.JOB, "", second);
        }
        return switch (second) {
            case "new" -> new Route(Page.EDIT, first, "");
            case "import" -> new Route(Page.IMPORT, first, "");
            case "bulk" -> new Route(Page.BULK, first, "");
            case "duplicates" -> new Route(Page.DUPLICATES, first, "");
            case "merge" -> new Route(Page.MERGE, first, "");
            case "export" -> new Route(Page.EXPORT, first, "");
            case "tools" -> new Route(Page.TOOLS, first, "");
            case "choices" -> new Route(Page.CHOICES, first, "");
            case "views" -> new Route(Page.VIEWS, first, "");
            default -> new Route(fragment ? Page.CHANGES : Page.RECORD, first, second);
        };
    }

    private static Optional<Route> triple(String first, String second, String third) {
        if (first.equals("jobs")) {
            return switch (third) {
                case "errors" -> Optional.of(new Route(Page.JOB_ERRORS, "", second));
                case "result" -> Optional.of(new Route(Page.JOB_RESULT, "", second));
                case "changes" -> Optional.of(new Route(Page.JOB_CHANGES, "", second));
                default -> Optional.empty();
            };
        }
        return switch (third) {
            case "edit" -> Optional.of(new Route(Page.EDIT, first, second));
            case "cell" -> Optional.of(new Route(Page.CELL, first, second));
            case "content" -> Optional.of(new Route(Page.CONTENT, first, second));
            default -> Optional.empty();
        };
    }
}
