package io.guanxi.kernel.module;

import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Every module of the product, and which module an address, a job or a bean belongs to. */
@ApplicationScoped
public class Modules {

    @Inject
    @Any
    private Instance<ModuleDefinition> definitions;

    @Inject
    private ObjectRegistry objects;

    private final Map<String, ModuleManifest> byName = new LinkedHashMap<>();

    @PostConstruct
    void collect() {
        definitions.stream()
                .map(ModuleDefinition::manifest)
                .sorted(Comparator.comparing(ModuleManifest::name))
                .forEach(this::add);
        byName.values().forEach(module -> module.needs().forEach(this::require));
    }

    private void add(ModuleManifest manifest) {
        if (byName.put(manifest.name(), manifest) != null) {
            throw new IllegalStateException("module declared twice: " + manifest.name());
        }
    }

    /** All modules by name. */
    public Collection<ModuleManifest> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /**
     * @throws RecordNotFound when the product has no such module
     */
    public ModuleManifest require(String name) {
        return Optional.ofNullable(byName.get(name)).orElseThrow(RecordNotFound::new);
    }

    /** Label of a module; its name when it has declared nothing. */
    public String label(String module, Locale locale) {
        ModuleManifest manifest = byName.get(module);
        return manifest == null ? module : Labels.text(manifest.bundle(), "module.label", locale);
    }

    /** The objects of a module as the product ships them. */
    public List<ObjectDescriptor> objects(String module) {
        return objects.shipped().stream()
                .filter(object -> object.module().equals(module))
                .toList();
    }

    /** The modules without which this one cannot be, near and far. */
    public Set<String> needs(String module) {
        Set<String> all = new TreeSet<>();
        collect(module, all, name -> byName.containsKey(name) ? byName.get(name).needs() : Set.of());
        return all;
    }

    /** The modules that cannot be without this one, near and far. */
    public Set<String> neededBy(String module) {
        Set<String> all = new TreeSet<>();
        collect(
                module,
                all,
                name -> byName.values().stream()
                        .filter(other -> other.needs().contains(name))
                        .map(ModuleManifest::name)
                        .toList());
        return all;
    }

    private static void collect(
            String module, Set<String> all, java.util.function.Function<String, Collection<String>> next) {
        next.apply(module).forEach(other -> {
            if (all.add(other)) {
                collect(other, all, next);
            }
        });
    }

    /** The modules of the given ones that have all they need among them. */
    public Set<String> complete(Set<String> given) {
        Set<String> complete = new TreeSet<>(given);
        complete.removeIf(module -> !given.containsAll(needs(module)));
        return complete;
    }

    /** The module of a page; empty for those of the kernel. Pages of objects ask for themselves. */
    public Optional<String> ofPage(String address) {
        return first(module -> ModuleManifest.covers(module.pages(), address));
    }

    /** The module of a route; empty for those of the kernel and of a tenant's own objects. */
    public Optional<String> ofRoute(String address) {
        String settings = "admin/objects/";
        String path = address.startsWith(settings) ? address.substring(settings.length()) : address;
        int slash = path.indexOf('/');
        return objects.findByPath(slash < 0 ? path : path.substring(0, slash))
                .filter(object -> !object.isCustom())
                .map(ObjectDescriptor::module)
                .or(() -> first(module -> ModuleManifest.covers(module.rest(), address)));
    }

    /** The module of a job, by its type or by the object it is about; empty when it is of neither. */
    public Optional<String> ofJob(String type, String object) {
        Optional<String> owner = first(module -> module.jobs().contains(type.toLowerCase(Locale.ROOT)));
        return owner.isPresent()
                ? owner
                : objects.find(object).filter(one -> !one.isCustom()).map(ObjectDescriptor::module);
    }

    /** The module that a bean's class belongs to; empty for the kernel's. */
    public Optional<String> ofBean(Class<?> type) {
        return first(module -> module.owns(type.getPackageName()));
    }

    private Optional<String> first(Predicate<ModuleManifest> which) {
        return byName.values().stream().filter(which).map(ModuleManifest::name).findFirst();
    }
}
