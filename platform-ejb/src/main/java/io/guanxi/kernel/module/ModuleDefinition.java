package io.guanxi.kernel.module;

/** Says what a module is; one bean in the module's package, found by {@link Modules}. */
public interface ModuleDefinition {

    ModuleManifest manifest();
}
