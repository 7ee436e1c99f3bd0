package io.guanxi.kernel.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a module has beside its objects. Their pages, REST routes, imports, exports and permissions follow from their
 * descriptors, which name the module.
 *
 * @param name     asked of the plan, such as {@code sales}
 * @param bundle   with the labels {@code module.label}, {@code module.text}, {@code module.page.<path>} and
 *     {@code module.job.<type>}
 * @param icon     PrimeIcons name such as {@code pi-users}
 * @param packages whose beans belong to it: its handlers of events and its recurring work stay silent with it
 * @param needs    names of modules it cannot do without
 * @param pages    addresses after {@code /app/} of pages that are no object's
 * @param rest     addresses after {@code /api/v1/} of routes that are no object's
 * @param jobs     types of jobs that are its own
 */
public record ModuleManifest(
        String name,
        String bundle,
        String icon,
        List<String> packages,
        Set<String> needs,
        List<String> pages,
        List<String> rest,
        List<String> jobs) {

    public static Builder named(String name, String bundle) {
        return new Builder(name, bundle);
    }

    /** Collects what a module has. */
    public static final class Builder {

        private final String name;
        private final String bundle;
        private String icon = "pi-box";
        private Set<String> needs = Set.of();
        private final List<String> packages = new ArrayList<>();
        private final List<String> pages = new ArrayList<>();
        private final List<String> rest = new ArrayList<>();
        private final List<String> jobs = new ArrayList<>();

        private Builder(String name, String bundle) {
            this.name = name;
            this.bundle = bundle;
        }

        public Builder icon(String primeIcon) {
            icon = primeIcon;
            return this;
        }

        public Builder needs(String... modules) {
            needs = Set.of(modules);
            return this;
        }

        /** The packages of these classes, with all below them. */
        public Builder packagesOf(Class<?>... classes) {
            for (Class<?> one : classes) {
                packages.add(one.getPackageName());
            }
            return this;
        }

        public Builder pages(String... addresses) {
            pages.addAll(List.of(addresses));
            return this;
        }

        public Builder rest(String... addresses) {
            rest.addAll(List.of(addresses));
            return this;
        }

        public Builder jobs(String... types) {
            for (String type : types) {
                jobs.add(type.toLowerCase(Locale.ROOT));
            }
            return this;
        }

        public ModuleManifest build() {
            return new ModuleManifest(
                    name,
                    bundle,
                    icon,
                    List.copyOf(packages),
                    needs,
                    List.copyOf(pages),
                    List.copyOf(rest),
                    List.copyOf(jobs));
        }
    }

    /** Whether beans of the package belong to it. */
    boolean owns(String packageName) {
        return packages.stream().anyMatch(own -> packageName.equals(own) || packageName.startsWith(own + "."));
    }

    /** Whether an address is one of these, or lies below one. */
    static boolean covers(List<String> addresses, String address) {
        return addresses.stream().anyMatch(own -> address.equals(own) || address.startsWith(own + "/"));
    }
}
