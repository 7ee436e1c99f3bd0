package io.guanxi.kernel.error;

/** The tenant's plan does not have the module, or its admin has switched it off. */
public class ModuleNotEntitled extends DomainException {

    public ModuleNotEntitled(String module) {
        super("module.notEntitled", module);
    }
}
