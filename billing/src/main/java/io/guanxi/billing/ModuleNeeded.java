package io.guanxi.billing;

import io.guanxi.kernel.error.DomainException;
import java.util.Map;
import java.util.Set;

/** Other modules would be switched together with this one, and the caller has not said that they may be. */
public class ModuleNeeded extends DomainException {

    private final transient Set<String> others;

    /**
     * @param others names of the other modules
     * @param labels their labels by language tag
     */
    ModuleNeeded(boolean on, Set<String> others, Map<String, String> labels) {
        super(on ? "module.needs" : "module.neededBy", labels);
        this.others = Set.copyOf(others);
    }

    /** Names of the other modules. */
    public Set<String> others() {
        return others;
    }
}
