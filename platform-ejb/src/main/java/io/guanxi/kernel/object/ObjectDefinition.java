package io.guanxi.kernel.object;

/** Says what an object is; one bean in each object's package, found by the {@link ObjectRegistry}. */
public interface ObjectDefinition {

    ObjectDescriptor descriptor();
}
